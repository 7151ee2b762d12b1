import { UsageError } from '../../errors.ts';
import { readReport } from '../../report/report.ts';
import { type WordUse, wordUseOf } from '../spelling/word-use.ts';
import { checkable, type CheckableReport } from '../text/checkable-report.ts';

/** In characters; nobody writes a longer report, and reading its words would take long. */
const LONGEST = 500_000;

/** A report beside others, and what their rules ask of it: each is read from its text once. */
export class NeighbourReport {
  readonly text: string;
  readonly #path: string;
  #words: WordUse | undefined;
  #pulls: ReadonlySet<number> | undefined;
  #checkable: CheckableReport | null | undefined;

  constructor(path: string, text: string) {
    this.#path = path;
    this.text = text;
  }

  /** None of a text above the limit. */
  get words(): WordUse {
    this.#words ??= wordUseOf(this.text.length > LONGEST ? '' : this.text);
    return this.#words;
  }

  /** The numbers in addresses of pull requests. Much cheaper than parsing. */
  get pulls(): ReadonlySet<number> {
    this.#pulls ??= new Set(
      Array.from(this.text.matchAll(/\/pull\/(\d{1,10})/g), ([, number]) => Number(number)),
    );
    return this.#pulls;
  }

  /**
   * The report itself; null for one that nobody can parse.
   *
   * @param server the same in a run
   */
  checkable(server: string): CheckableReport | null {
    if (this.#checkable === undefined) this.#checkable = this.#parse(server);
    return this.#checkable;
  }

  #parse(server: string): CheckableReport | null {
    try {
      return checkable(readReport({ path: this.#path, text: this.text }), server);
    } catch (error) {
      if (error instanceof UsageError) return null;
      throw error;
    }
  }
}
