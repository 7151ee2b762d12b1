import type { Edit } from '../markdown/edit.ts';
import type { Span } from '../markdown/span.ts';

/** How a span lies to the edits of a text. */
export type Relation = 'apart' | 'inside' | 'around' | 'across';

/** Where edits take place: in the text before them, and in the text after. */
export class EditMap {
  readonly #before: readonly Span[];
  readonly #after: readonly Span[];
  /** By how much the text after each edit moves; first that before all of them. */
  readonly #shifts: readonly number[];

  /** @param edits in the order of the text, without overlaps */
  constructor(edits: readonly Edit[]) {
    const shifts = [0];
    for (const { start, end, text } of edits)
      shifts.push((shifts.at(-1) ?? 0) + text.length - (end - start));
    this.#shifts = shifts;
    this.#before = edits;
    this.#after = edits.map(({ start, text }, index) => {
      const moved = start + (shifts[index] ?? 0);
      return { start: moved, end: moved + text.length };
    });
  }

  /** A span of the text before as one of the text after; its ends are not inside an edit. */
  moved({ start, end }: Span): Span {
    // An insertion at the end of a span is not in it.
    const startsAfter = firstFrom(this.#before, (edit) => edit.end > start);
    const endsAfter = firstFrom(
      this.#before,
      (edit) => edit.end > end || (edit.end === end && edit.start === end),
    );
    return {
      start: start + (this.#shifts[startsAfter] ?? 0),
      end: end + (this.#shifts[Math.max(startsAfter, endsAfter)] ?? 0),
    };
  }

  relationBefore(span: Span): Relation {
    return relation(span, this.#before);
  }

  relationAfter(span: Span): Relation {
    return relation(span, this.#after);
  }
}

function relation({ start, end }: Span, edits: readonly Span[]): Relation {
  let found: Relation = 'apart';
  for (let at = firstFrom(edits, (edit) => edit.end > start); at < edits.length; at += 1) {
    const edit = edits[at];
    if (!edit || edit.start >= end) break;
    if (edit.start <= start && end <= edit.end) return 'inside';
    if (edit.start < start || edit.end > end) return 'across';
    found = 'around';
  }
  return found;
}

/** The index of the first edit for which a condition holds, which then holds for all later ones. */
function firstFrom(edits: readonly Span[], holds: (edit: Span) => boolean): number {
  let [low, high] = [0, edits.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const edit = edits[middle];
    if (edit && holds(edit)) high = middle;
    else low = middle + 1;
  }
  return low;
}
