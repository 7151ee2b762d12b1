import type { Node } from 'mdast';

/** A stretch of a text: the offsets of its first character and of the one after its last. */
export interface Span {
  start: number;
  end: number;
}

/** The span of a node; null for one that a later pass of the parser added, which has no position. */
export function spanOf({ position }: Node): Span | null {
  const start = position?.start.offset;
  const end = position?.end.offset;
  return start === undefined || end === undefined ? null : { start, end };
}

export function encloses(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
