import type { PhrasingContent } from 'mdast';
import type { ConstructName } from 'mdast-util-to-markdown';
import type { Edit } from '../../markdown/edit.ts';
import { writePhrases } from '../../markdown/processor.ts';
import type { Span } from '../../markdown/span.ts';
import type { Phrase } from '../../markdown/write-phrases.ts';
import { type Mark, splitAtMarks } from './marks.ts';
import { UnsafePlace } from './unsafe-place.ts';

/** What takes the places of marks in a text, one mark after the other. */
export class Replacements {
  readonly #marks: readonly Mark[];
  readonly #texts: readonly string[];
  readonly #edits: Edit[] = [];
  readonly #phrases: { phrase: Phrase; spans: readonly Span[] }[] = [];
  #next = 0;

  constructor(marks: readonly Mark[], texts: readonly string[]) {
    this.#marks = marks;
    this.#texts = texts;
  }

  /** The next mark; undefined behind the last. */
  get mark(): Mark | undefined {
    return this.#marks[this.#next];
  }

  textOf({ text }: Mark): string {
    return this.#texts[text] ?? '';
  }

  /** A value of the tree with its texts. */
  shown(value: string): string {
    return splitAtMarks(value)
      .map((part) => (typeof part === 'string' ? part : this.textOf(part)))
      .join('');
  }

  /**
   * Goes on to the next mark.
   *
   * @param found what should be it, in a value of the tree
   */
  take(found: Mark): Span {
    const { mark } = this;
    // A mark that is in the tree and not in the text, or the other way round.
    if (mark?.text !== found.text) throw new UnsafePlace('where nothing shows it');
    this.#next += 1;
    return { start: mark.start, end: mark.end };
  }

  /**
   * Replaces the marks of a value.
   *
   * @param textFor what the tree has for a text
   * @param writtenAs how the Markdown has it
   * @returns the value for the tree
   */
  replace(
    value: string,
    textFor: (text: string, before: string, mark: Mark) => string = (text) => text,
    writtenAs: (text: string) => string = (text) => text,
  ): string {
    return splitAtMarks(value)
      .map((part) => {
        if (typeof part === 'string') return part;
        const text = textFor(this.textOf(part), value.slice(0, part.start), part);
        this.#edits.push({ ...this.take(part), text: writtenAs(text) });
        return text;
      })
      .join('');
  }

  /**
   * Replaces the marks of a value in which backslashes and character references mean something.
   *
   * @param around what is around the value
   * @returns the value for the tree
   */
  replaceInString(value: string, constructs: readonly ConstructName[], around: string): string {
    const parts = splitAtMarks(value);
    this.add(
      {
        ...{ constructs, isOuter: false, before: around, after: around },
        pieces: parts.map((part) =>
          typeof part === 'string' ? part : [{ type: 'text', value: this.textOf(part) }],
        ),
      },
      parts.flatMap((part) => (typeof part === 'string' ? [] : [this.take(part)])),
    );
    return this.shown(value);
  }

  /** Writes a phrase, whose nodes take the places of spans. */
  add(phrase: Phrase, spans: readonly Span[]): void {
    this.#phrases.push({ phrase, spans });
  }

  /** In the order of the text. */
  edits(): Edit[] {
    const written = writePhrases(this.#phrases.map(({ phrase }) => phrase));
    const edits = this.#phrases.flatMap(({ spans }, index) =>
      spans.map((span, at) => ({ ...span, text: written[index]?.[at] ?? '' })),
    );
    return [...this.#edits, ...edits].sort((a, b) => a.start - b.start);
  }
}

/** Nodes in which no text is beside another. */
export function joinTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const all: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (node.type !== 'text' || last?.type !== 'text') all.push(node);
    else all[all.length - 1] = { type: 'text', value: last.value + node.value };
  }
  return all;
}
