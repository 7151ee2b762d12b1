import type { ChangeDesc } from '@codemirror/state';
import type { Span } from '../../../../markdown/span.ts';

/** Where the offsets of a text are after a change: an offset, and the side it keeps to of what is inserted at it. */
export type MoveOffset = (offset: number, side: -1 | 1) => number;

interface Changed {
  from: number;
  to: number;
  fromAfter: number;
  toAfter: number;
}

/** Like `mapPos`, in logarithmic time: a change of everything has as many parts as a report has links. */
export function offsetMover(changes: ChangeDesc): MoveOffset {
  const parts: Changed[] = [];
  changes.iterChangedRanges((from, to, fromAfter, toAfter) => {
    parts.push({ from, to, fromAfter, toAfter });
  }, true);
  return (offset, side) => {
    const part = parts[lastBefore(parts, offset, side)];
    if (!part) return offset;
    if (offset >= part.to) return part.toAfter + offset - part.to;
    return side < 0 ? part.fromAfter : part.toAfter;
  };
}

/** The index of the last part that moves an offset: that starts before it, or inserts at it. */
function lastBefore(parts: readonly Changed[], offset: number, side: -1 | 1): number {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const { from, to } = parts[middle] ?? { from: 0, to: 0 };
    if (from < offset || (from === offset && to === from && side > 0)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The span after a change, which grows by what is written at its end, but not before its start. */
export function movedSpan<Of extends Span>(of: Of, move: MoveOffset): Of {
  const start = move(of.start, 1);
  const end = Math.max(start, move(of.end, 1));
  return start === of.start && end === of.end ? of : { ...of, start, end };
}
