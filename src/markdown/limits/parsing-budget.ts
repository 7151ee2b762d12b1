import type { ParseContext } from 'micromark-util-types';
import { MarkdownTooComplex } from './too-complex.ts';

/**
 * How many steps beyond the length of a text its parser may take: one to three seconds. A report of
 * 250 kB with 2,000 entries and lists in each of them takes half of them, a usual one less than a
 * hundredth.
 */
export const MOST_STEPS = 50_000_000;

/** The steps that the parser of a document may still take. */
export class ParsingBudget {
  static readonly #ofParser = new WeakMap<ParseContext, ParsingBudget>();
  #left = MOST_STEPS;

  static of(parser: ParseContext): ParsingBudget {
    const known = ParsingBudget.#ofParser.get(parser);
    if (known) return known;
    const budget = new ParsingBudget();
    ParsingBudget.#ofParser.set(parser, budget);
    return budget;
  }

  /**
   * @param line where the steps are taken, from 1
   * @throws {MarkdownTooComplex}
   */
  spend(steps: number, line: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new MarkdownTooComplex('steps', line);
  }
}
