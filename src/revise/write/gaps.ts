import { newList } from './bullets.ts';
import { insertBelow, lineEndingAt, nextLine } from '../../markdown/lines.ts';
import type { Page } from '../../report/page.ts';
import type { Edit } from '../../markdown/edit.ts';

/** New blocks between those of a text. Gap n is before the nth block. */
export class Gaps {
  readonly #page: Page;
  readonly #marker: string;
  readonly #pieces = new Map<number, (string | string[])[]>();

  /** `marker`: the bullet of new lists, with its blanks. */
  constructor(page: Page, marker: string) {
    this.#page = page;
    this.#marker = marker;
  }

  has(gap: number): boolean {
    return this.#pieces.has(gap);
  }

  /** A block of Markdown behind what is already in the gap. */
  addBlock(gap: number, markdown: string): void {
    this.#at(gap).push(markdown);
  }

  /** A list item behind what is already in the gap. */
  addItem(gap: number, content: string): void {
    const pieces = this.#at(gap);
    const last = pieces.at(-1);
    if (Array.isArray(last)) last.push(content);
    else pieces.push([content]);
  }

  edits(): Edit[] {
    return [...this.#pieces].map(([gap, pieces]) => this.#edit(gap, pieces));
  }

  #at(gap: number): (string | string[])[] {
    const pieces = this.#pieces.get(gap) ?? [];
    this.#pieces.set(gap, pieces);
    return pieces;
  }

  #edit(gap: number, pieces: readonly (string | string[])[]): Edit {
    const { text, blocks } = this.#page;
    const before = blocks[gap - 1];
    const eol = lineEndingAt(text, before?.end ?? 0);
    const written = pieces.map(
      (piece) =>
        (typeof piece === 'string'
          ? piece.replaceAll('\n', eol)
          : newList(this.#marker, piece, eol)) + eol,
    );
    if (!before) return { start: 0, end: 0, text: written.map((piece) => piece + eol).join('') };
    const lines = written.map((piece) => eol + piece);
    return insertBelow(
      text,
      before.end,
      isFollowed(text, before.end) ? [...lines, eol] : lines,
      eol,
    );
  }
}

/** Whether the next line has something on it, which would run into a new block. */
function isFollowed(text: string, offset: number): boolean {
  const at = nextLine(text, offset);
  return !/^[ \t]*(?:\r\n|\n|\r|$)/.test(text.slice(at, at + 200));
}
