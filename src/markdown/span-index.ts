import type { Span } from './span.ts';

/** Spans of a text, to find those inside another one without a look at all of them. */
export class SpanIndex<T extends Span> {
  /** By their starts. */
  readonly #spans: readonly T[];
  /** The last end of each span and those before it. */
  readonly #ends: number[] = [];

  constructor(spans: readonly T[]) {
    this.#spans = spans.toSorted((a, b) => a.start - b.start);
    let last = 0;
    for (const { end } of this.#spans) this.#ends.push((last = Math.max(last, end)));
  }

  /** Those that a span encloses, by their starts. */
  within({ start, end }: Span): T[] {
    const found: T[] = [];
    for (let at = this.#from(start); at < this.#spans.length; at += 1) {
      const span = this.#spans[at];
      if (!span || span.start > end) break;
      if (span.end <= end) found.push(span);
    }
    return found;
  }

  /** Whether one of them overlaps a span. */
  overlaps({ start, end }: Span): boolean {
    return (this.#ends[this.#from(end) - 1] ?? 0) > start;
  }

  /** The index of the first span that starts at an offset or after it. */
  #from(offset: number): number {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#spans[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
