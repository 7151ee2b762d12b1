import type { Effects, Token, TokenizeContext } from 'micromark-util-types';
import { ParsingBudget } from './parsing-budget.ts';

/** Steps for each character that is read, maybe again and again. */
const READ = 1;
/** Steps for each character of emphasis and links, whose events are copied and resolved anew. */
const RESOLVED = 10;
/** Steps for each character in which the start of emphasis is looked for. */
const SEARCHED = 2;
/** How many events micromark moves, or looks at, in a step. */
const MOVED = 20;
const SCANNED = 2;

/** Measures the text of one paragraph, heading or table cell. */
export class TextMeter {
  static readonly #ofText = new WeakMap<Effects, TextMeter>();
  readonly #context: TokenizeContext;
  readonly #budget: ParsingBudget;
  /** Of the text. */
  readonly #line: number;
  readonly #start: number;
  /** The number of measured events. */
  #measured = 0;
  /** The index of the event at which micromark ends its search for the start of a footnote. */
  #lastLabel = -1;
  /** The offsets of the sequences that can open emphasis, by marker. */
  #openers: Map<string, number[]> | undefined;
  /** The offsets at which micromark will insert or remove events: of emphasis, and text that it joins. */
  readonly #splices: number[] = [];
  #spentOnSplices = 0;

  static of(context: TokenizeContext, effects: Effects): TextMeter {
    const known = TextMeter.#ofText.get(effects);
    if (known) return known;
    const meter = new TextMeter(context, effects);
    TextMeter.#ofText.set(effects, meter);
    return meter;
  }

  private constructor(context: TokenizeContext, effects: Effects) {
    this.#context = context;
    this.#budget = ParsingBudget.of(context.parser);
    const { line, offset } = context.now();
    this.#line = line;
    this.#start = offset;
    const { consume } = effects;
    effects.consume = (code) => {
      this.#spend(READ);
      consume(code);
    };
  }

  /** Measures what has been added since. */
  measure(): void {
    const { events } = this.#context;
    for (let at = Math.min(this.#measured, events.length); at < events.length; at += 1) {
      const event = events[at];
      if (!event) break;
      const [kind, token] = event;
      if (kind === 'exit') this.#measureEnd(token);
      else if (this.#beginsToJoin(at)) this.#splices.push(token.start.offset);
      if (ENDS_SEARCH.has(token.type)) this.#lastLabel = at;
    }
    this.#measured = events.length;
    this.#lastLabel = Math.min(this.#lastLabel, events.length);
    // Each of them moves all events after it.
    const splicing = (this.#splices.length * events.length) / MOVED;
    if (splicing <= this.#spentOnSplices) return;
    this.#spend(splicing - this.#spentOnSplices);
    this.#spentOnSplices = splicing;
  }

  /** The same before a bracket that may end a link: micromark looks for its start. */
  measureLabelEnd(): void {
    this.measure();
    const { events, parser, _labelStarts: labels = [] } = this.#context;
    const { offset } = this.#context.now();
    this.#spend((offset - (labels.at(-1)?.end.offset ?? offset)) / 2);
    this.#spend((events.length - this.#lastLabel) / SCANNED);
    const found = events[this.#lastLabel]?.[1];
    // For a footnote it reads the text again, once for each bracket.
    if (found?.type === 'labelImage') this.#spend((offset - found.end.offset) / 2);
    this.#spend(parser.defined.length / SCANNED);
  }

  /** Whether a token of text is the second one in a row: micromark joins all of a row in one go. */
  #beginsToJoin(at: number): boolean {
    return this.#isData(at) && this.#isData(at - 1) && !this.#isData(at - 3);
  }

  #isData(at: number): boolean {
    return this.#context.events[at]?.[1].type === 'data';
  }

  #measureEnd(token: Token): void {
    const { start, end, type } = token;
    if (type === 'link' || type === 'image') {
      this.#spend((end.offset - start.offset) * RESOLVED);
      // Those inside it are done already, on its own events.
      while ((this.#splices.at(-1) ?? 0) > start.offset) this.#splices.pop();
    } else if (type === 'attentionSequence' || isStrikethrough(type)) {
      const marker = this.#context.sliceSerialize(token).charAt(0);
      this.#openers ??= new Map();
      const openers = this.#openers.get(marker) ?? [];
      this.#openers.set(marker, openers);
      if (token._close === true) {
        this.#splices.push(start.offset);
        const opener = openers.pop();
        if (opener !== undefined) this.#spend((start.offset - opener) * RESOLVED);
        // One that is no opener, or of a length that does not fit, makes micromark look further.
        const isMatched = opener !== undefined && token._open !== true && !isStrikethrough(type);
        if (!isMatched) this.#spend((start.offset - this.#start) * SEARCHED);
      }
      if (token._open === true) openers.push(start.offset);
    }
  }

  #spend(steps: number): void {
    this.#budget.spend(steps, this.#line);
  }
}

// The types of tokens that the extensions of GFM define.
const ENDS_SEARCH: ReadonlySet<string> = new Set([
  'gfmFootnoteCall',
  'image',
  'label',
  'labelImage',
  'labelLink',
  'link',
]);

function isStrikethrough(type: string): boolean {
  return type === 'strikethroughSequenceTemporary';
}
