import type { Span } from './page.ts';

/** A part of a text and what comes in its place; an insertion is an empty part. */
export interface Edit extends Span {
  text: string;
}

/**
 * The text with the edits made and every other byte as it was. Edits must not overlap. Insertions
 * at one place come in their given order, before what is replaced there.
 */
export function splice(text: string, edits: readonly Edit[]): string {
  const ordered = edits.toSorted(
    (a, b) => a.start - b.start || Number(a.end > a.start) - Number(b.end > b.start),
  );
  let at = 0;
  const parts: string[] = [];
  for (const { start, end, text: replacement } of ordered) {
    if (start < at) throw new Error(`edits overlap at ${start}`);
    parts.push(text.slice(at, start), replacement);
    at = end;
  }
  return [...parts, text.slice(at)].join('');
}
