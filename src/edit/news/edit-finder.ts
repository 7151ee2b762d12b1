import type { Edit } from '../../markdown/edit.ts';
import type { Span } from '../../markdown/span.ts';
import type { EditedRevision } from '../../revise/revise.ts';

type Insertion = EditedRevision['inserted'][number];
type InsertedPart = Insertion['of'][number];

/** Finds the edits of something. */
export class EditFinder {
  /** Those that replace or remove something, by their starts. */
  readonly #replacing: readonly Edit[];
  readonly #byPart: ReadonlyMap<InsertedPart, Insertion>;

  constructor({ edits, inserted }: EditedRevision) {
    this.#replacing = edits
      .filter(({ start, end }) => end > start)
      .toSorted((a, b) => a.start - b.start);
    this.#byPart = new Map(
      inserted.flatMap((insertion) => insertion.of.map((part) => [part, insertion] as const)),
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

  /** The insertion of something new; where others come with it, its own text at their place. */
  inserting(part: InsertedPart | undefined, text: string): Edit[] {
    const found = part && this.#byPart.get(part);
    if (!found) return [];
    const { edit, of } = found;
    return [of.length > 1 ? { ...edit, text } : edit];
  }
}
