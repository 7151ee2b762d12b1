import type { Edit } from '../../markdown/edit.ts';
import { insertBelow, lineEndingAt, nextLine } from '../../markdown/lines.ts';
import { type DraftElement, leavesIn } from '../../report/draft/draft.ts';
import type { Outline } from '../../report/outline.ts';
import { fits } from './fits.ts';
import { type NewItem, newItems, newList } from './new-list.ts';
import type { Insertion } from './spot.ts';

/** A block of Markdown, or the items of a new list or the rows of a new table. */
type Piece = string | NewItem[];

/** Collects new blocks and list items between the blocks of a text; each place is the index of the block after it. */
export class BlockInsertions {
  readonly #outline: Outline;
  /** The bullet of new lists, with its blanks. */
  readonly marker: string;
  readonly #pieces = new Map<number, Piece[]>();
  readonly #parts = new Map<number, Insertion['of']>();

  constructor(outline: Outline, marker: string) {
    this.#outline = outline;
    this.marker = marker;
  }

  has(before: number): boolean {
    return this.#pieces.has(before);
  }

  /** The first of the places that get something. */
  get first(): number | undefined {
    return [...this.#pieces.keys()].sort((a, b) => a - b)[0];
  }

  /** Adds a block of Markdown after those already there, made of parts of the draft. */
  addBlock(before: number, markdown: string, of: Insertion['of'] = []): void {
    this.#at(before).push(markdown);
    this.#note(before, of);
  }

  /** Adds an element of a draft after the pieces already there. */
  add(before: number, element: DraftElement): void {
    const pieces = this.#at(before);
    const isAround = element.kind === 'group' && element.group?.kind === 'blocks';
    if (!isAround) this.#note(before, leavesIn({ elements: [element] }));
    if (element.kind === 'passage') pieces.push(element.markdown);
    else if (element.kind === 'entry' && element.bullet.node.type === 'paragraph')
      pieces.push(element.bullet.content);
    else if (element.kind === 'group' && element.group?.kind === 'blocks') {
      const { closing } = element.group;
      pieces.push(element.lead);
      for (const one of element.elements) this.add(before, one);
      if (closing) pieces.push(closing.node.type === 'html' ? closing.node.value : '');
    } else if (element.kind === 'group' && element.group?.kind === 'html')
      pieces.push(newItems(element.elements, this.marker));
    else for (const item of newItems([element], this.marker)) addItem(pieces, item);
  }

  insertions(): Insertion[] {
    return [...this.#pieces].map(([before, pieces]) => ({
      edit: this.#edit(before, pieces),
      of: this.#parts.get(before) ?? [],
    }));
  }

  #note(before: number, parts: Insertion['of']): void {
    const known = this.#parts.get(before) ?? [];
    known.push(...parts);
    this.#parts.set(before, known);
  }

  #at(before: number): Piece[] {
    const pieces = this.#pieces.get(before) ?? [];
    this.#pieces.set(before, pieces);
    return pieces;
  }

  #edit(before: number, pieces: readonly Piece[]): Edit {
    const { text, blocks } = this.#outline;
    const above = blocks[before - 1];
    const eol = lineEndingAt(text, above?.end ?? 0);
    const written = pieces.map(
      (piece) =>
        (typeof piece === 'string'
          ? piece.replaceAll('\n', eol)
          : newList(this.marker, piece, eol)) + eol,
    );
    if (!above) return { start: 0, end: 0, text: written.map((piece) => piece + eol).join('') };
    const lines = written.map((piece) => eol + piece);
    return insertBelow(text, above.end, isFollowed(text, above.end) ? [...lines, eol] : lines, eol);
  }
}

/** Adds an item to the list that the pieces end with, or as a list of its own. */
function addItem(pieces: Piece[], item: NewItem): void {
  const last = pieces.at(-1);
  if (Array.isArray(last) && last.every(({ bullet }) => fits(bullet, item.bullet))) last.push(item);
  else pieces.push([item]);
}

/** Whether the next line has text, which would run into a new block. */
function isFollowed(text: string, offset: number): boolean {
  const at = nextLine(text, offset);
  return !/^[ \t]*(?:\r\n|\n|\r|$)/.test(text.slice(at, at + 200));
}
