import type { Edit } from './edit.ts';

/** Where the offsets of a text are after edits of it, and the other way round. */
export class EditedOffsets {
  readonly #edits: readonly Edit[];
  /** By edit: how far everything after it has moved. */
  readonly #moved: number[];

  /** @param edits in the order of the text, none inside another */
  constructor(edits: readonly Edit[]) {
    let moved = 0;
    this.#edits = edits;
    this.#moved = edits.map(({ start, end, text }) => (moved += text.length - (end - start)));
  }

  /** An offset after the edits; inside of a replaced text, the end of what replaces it. */
  after(offset: number): number {
    const last = this.#last((index) => (this.#edits[index]?.start ?? 0) < offset);
    const edit = this.#edits[last];
    return Math.max(offset, edit?.end ?? 0) + (this.#moved[last] ?? 0);
  }

  /** An offset before the edits; inside of a new text, the start of what it replaces. */
  before(offset: number): number {
    const startAfter = (index: number) =>
      (this.#edits[index]?.start ?? 0) + (this.#moved[index - 1] ?? 0);
    const last = this.#last((index) => startAfter(index) <= offset);
    const edit = this.#edits[last];
    if (!edit) return offset;
    return offset < startAfter(last) + edit.text.length
      ? edit.start
      : offset - (this.#moved[last] ?? 0);
  }

  /** The index of the last edit for which something is true that is true for those before it; -1 for none. */
  #last(isTrue: (index: number) => boolean): number {
    let [low, high] = [-1, this.#edits.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (isTrue(middle)) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
