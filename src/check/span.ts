import type { Node } from 'mdast';
import type { Span } from './rule.ts';

/** Where a node stands; null for one that a later pass of the parser made up, which has no place. */
export function spanOf({ position }: Node): Span | null {
  const start = position?.start.offset;
  const end = position?.end.offset;
  return start === undefined || end === undefined ? null : { start, end };
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
