import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encloses, type Span } from '../../src/markdown/span.ts';
import { SpanIndex } from '../../src/markdown/span-index.ts';
import { runs } from '../support/runs.ts';

const span = fc
  .tuple(fc.nat(30), fc.nat(8))
  .map(([start, length]): Span => ({ start, end: start + length }));

test('finds what a look at every span finds', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 20 }), span, (spans, outer) => {
      const byStart = spans.toSorted((a, b) => a.start - b.start);
      const index = new SpanIndex(spans);
      expect(index.within(outer)).toEqual(byStart.filter((inner) => encloses(outer, inner)));
      expect(index.overlaps(outer)).toBe(
        spans.some(({ start, end }) => start < outer.end && outer.start < end),
      );
    }),
    runs(300),
  );
});
