import type { Edit } from '../../markdown/edit.ts';
import type { Span } from '../../markdown/span.ts';
import type { EditedRevision } from '../../revise/revise.ts';

type InsertedPart = EditedRevision['inserted'][number]['of'][number];

/** Finds the edits that something has a part in. */
export class EditFinder {
  /** Those that replace or remove something, by their starts. */
  readonly #replacing: readonly Edit[];
  readonly #byPart: ReadonlyMap<InsertedPart, Edit>;

  constructor({ edits, inserted }: EditedRevision) {
    this.#replacing = edits
      .filter(({ start, end }) => end > start)
      .toSorted((a, b) => a.start - b.start);
    this.#byPart = new Map(
      inserted.flatMap(({ edit, of }) => of.map((part) => [part, edit] as const)),
    );
  }

  /** Those that replace a part of a span. */
  touching({ start, end }: Span): Edit[] {
    let [low, high] = [0, this.#replacing.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#replacing[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const found: Edit[] = [];
    for (
      let edit = this.#replacing[low];
      edit && edit.start < end;
      edit = this.#replacing[(low += 1)]
    )
      found.push(edit);
    return found;
  }

  /** The insertion of something new. */
  inserting(part: InsertedPart | undefined): Edit[] {
    const edit = part && this.#byPart.get(part);
    return edit ? [edit] : [];
  }
}
