import type { Edit } from '../../markdown/edit.ts';
import { insertBelow, lineEndingAt, nextLine } from '../../markdown/lines.ts';
import type { Bullet, Outline } from '../../report/outline.ts';
import { fits } from './fits.ts';
import { newList } from './bullets.ts';

/** Collects new blocks and list items between the blocks of a text; each place is the index of the block after it. */
export class BlockInsertions {
  readonly #outline: Outline;
  readonly #marker: string;
  /** Blocks of Markdown, and the items of a new list or the rows of a new table. */
  readonly #pieces = new Map<number, (string | Bullet[])[]>();

  /** `marker`: the bullet of new lists, with its blanks. */
  constructor(outline: Outline, marker: string) {
    this.#outline = outline;
    this.#marker = marker;
  }

  has(before: number): boolean {
    return this.#pieces.has(before);
  }

  /** Adds a block of Markdown after those already there. */
  addBlock(before: number, markdown: string): void {
    this.#at(before).push(markdown);
  }

  /** Adds an entry of a draft after the pieces already there: a list item, a row or a paragraph. */
  addEntry(before: number, bullet: Bullet): void {
    const pieces = this.#at(before);
    const last = pieces.at(-1);
    if (bullet.node.type === 'paragraph') pieces.push(bullet.content);
    else if (Array.isArray(last) && last.every((one) => fits(one, bullet))) last.push(bullet);
    else pieces.push([bullet]);
  }

  edits(): Edit[] {
    return [...this.#pieces].map(([before, pieces]) => this.#edit(before, pieces));
  }

  #at(before: number): (string | Bullet[])[] {
    const pieces = this.#pieces.get(before) ?? [];
    this.#pieces.set(before, pieces);
    return pieces;
  }

  #edit(before: number, pieces: readonly (string | Bullet[])[]): Edit {
    const { text, blocks } = this.#outline;
    const above = blocks[before - 1];
    const eol = lineEndingAt(text, above?.end ?? 0);
    const written = pieces.map(
      (piece) =>
        (typeof piece === 'string'
          ? piece.replaceAll('\n', eol)
          : newList(this.#marker, piece, eol)) + eol,
    );
    if (!above) return { start: 0, end: 0, text: written.map((piece) => piece + eol).join('') };
    const lines = written.map((piece) => eol + piece);
    return insertBelow(text, above.end, isFollowed(text, above.end) ? [...lines, eol] : lines, eol);
  }
}

/** Whether the next line has text, which would run into a new block. */
function isFollowed(text: string, offset: number): boolean {
  const at = nextLine(text, offset);
  return !/^[ \t]*(?:\r\n|\n|\r|$)/.test(text.slice(at, at + 200));
}
