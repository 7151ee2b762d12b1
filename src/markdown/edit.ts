import type { Span } from './span.ts';

/** A span of a text and what replaces it; an insertion has an empty span. */
export interface Edit extends Span {
  text: string;
}

/**
 * The text with the edits made and every other byte unchanged. Insertions at one offset keep their
 * order and come before a replacement there.
 *
 * @throws {Error} when two edits overlap
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let at = 0;
  const parts: string[] = [];
  for (const { start, end, text: replacement } of inOrder(edits)) {
    if (start < at) throw new Error(`edits overlap at ${start}`);
    parts.push(text.slice(at, start), replacement);
    at = end;
  }
  return [...parts, text.slice(at)].join('');
}

/** The edits in the order of the text; of two that overlap, only the first. */
export function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  let at = 0;
  return inOrder(edits).filter(({ start, end }) => {
    if (start < at) return false;
    at = end;
    return true;
  });
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return edits.toSorted(
    (a, b) => a.start - b.start || Number(a.end > a.start) - Number(b.end > b.start),
  );
}
