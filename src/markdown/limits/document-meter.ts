import type { Effects, TokenizeContext } from 'micromark-util-types';
import { MOST_LEVELS } from './nesting.ts';
import { ParsingBudget } from './parsing-budget.ts';
import { MarkdownTooComplex } from './too-complex.ts';

/** Measures the quotes, lists and footnotes of a document. */
export class DocumentMeter {
  static readonly #ofDocument = new WeakMap<Effects, DocumentMeter>();
  readonly #context: TokenizeContext;
  readonly #budget: ParsingBudget;
  /** The number of measured events. */
  #measured = 0;
  #line = 0;
  /** The containers that the line has opened so far. */
  #opened = 0;

  static of(context: TokenizeContext, effects: Effects): DocumentMeter {
    const known = DocumentMeter.#ofDocument.get(effects);
    if (known) return known;
    const meter = new DocumentMeter(context);
    DocumentMeter.#ofDocument.set(effects, meter);
    return meter;
  }

  private constructor(context: TokenizeContext) {
    this.#context = context;
    this.#budget = ParsingBudget.of(context.parser);
  }

  /** Measures what has been added since, at the start of each line and of each container. */
  measure(): void {
    const { events, parser } = this.#context;
    const { line } = this.#context.now();
    this.#opened = line === this.#line ? this.#opened + 1 : 0;
    this.#line = line;
    // micromark calls itself for each of them, until no stack is left.
    if (this.#opened > MOST_LEVELS) throw new MarkdownTooComplex('levels', line);
    if (events.length === this.#measured) return;
    // Where a container ends inside another one, micromark copies all events.
    for (let at = this.#measured; at < events.length; at += 1)
      if (this.#opensInside(at)) this.#budget.spend(events.length, line);
    this.#measured = events.length;
    const last = events.at(-1)?.[1];
    if (last?._tokenizer && parser.lazy[last.start.line] === true) {
      // Here, too, or it looked for the paragraph that goes on behind a container.
      this.#budget.spend((events.length + last._tokenizer.events.length) / 2, line);
    }
  }

  /** Whether an event opens a container behind the marker or the indentation of another one. */
  #opensInside(at: number): boolean {
    const [kind, token] = this.#context.events[at] ?? [];
    if (kind !== 'enter' || token?._container !== true) return false;
    const before = this.#context.events[at - 1]?.[1];
    return before !== undefined && before.type !== 'chunkFlow' && before._container !== true;
  }
}
