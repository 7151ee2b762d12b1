import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  divideTime,
  searchCap,
  splitIntoRanges,
} from '../../../../../src/collect/github/find/search/ranges.ts';
import { runs } from '../../../../support/runs.ts';

/** Counts moments in half-open ranges, like a search. */
const counter = (moments: readonly number[]) => (from: number, to: number) =>
  Promise.resolve(moments.filter((at) => from <= at && at < to).length);

test('ranges cover all time without a gap, and stay below the cap where time can be split', async () => {
  const moments = fc.array(fc.integer({ min: 0, max: 9_999 }), { maxLength: 500 });
  const heaps = fc.array(
    fc.record({ at: fc.integer({ min: 0, max: 9_999 }), size: fc.nat(1_500) }),
    { maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(moments, heaps, fc.integer({ min: 1, max: 10 }), async (some, many, n) => {
      const all = [...some, ...many.flatMap(({ at, size }) => Array<number>(size).fill(at))];
      const found = await splitIntoRanges([0, 5_000, 10_000], all.length, n * 100, counter(all));
      expect(found[0]?.from).toBe(0);
      expect(found.at(-1)?.to).toBe(10_000);
      for (const [index, range] of found.entries()) {
        if (index > 0) expect(range.from).toBe(found[index - 1]?.to);
        expect(range.count <= searchCap || range.to - range.from === 1).toBe(true);
      }
      expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
    }),
    runs(60),
  );
});

test('ranges have about the requested size, however the results are spread', async () => {
  const crowded = Array.from({ length: 2_600 }, (_, n) => 590_000 + ((n * 7_919) % 10_000));
  const found = await splitIntoRanges([0, 300_000, 600_000], 2_600, 400, counter(crowded));
  expect(Math.max(...found.map(({ count }) => count))).toBeLessThanOrEqual(searchCap);
  expect(found.length).toBeLessThanOrEqual(12);
});

test.each([
  [5, 5],
  [5, 4],
  [5, -90],
])('without time between %i and %i there is one bound', (from, to) => {
  expect(divideTime(from, to, 11)).toEqual([from]);
});

test('whatever is counted, the questions come to an end, and the ranges cover all time', async () => {
  const counts = fc.array(fc.nat(3_000), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(counts, fc.nat(5_000), async (answers, count) => {
      let questions = 0;
      const countIn = () => Promise.resolve(answers[questions++ % answers.length] ?? 0);
      const bounds = divideTime(0, 1_500_000_000, 11);
      const found = await splitIntoRanges(bounds, count, 200, countIn);
      expect(questions).toBeLessThan(600);
      expect([found[0]?.from, found.at(-1)?.to]).toEqual([0, 1_500_000_000]);
      for (const [index, { from }] of found.entries()) {
        if (index > 0) expect(from).toBe(found[index - 1]?.to);
      }
    }),
    runs(200),
  );
});

test('parts that count far more than the whole are not split', async () => {
  let questions = 0;
  const always = () => Promise.resolve((questions += 1) && 1_001);
  const found = await splitIntoRanges(divideTime(0, 600_000, 11), 1_001, 200, always);
  expect(found).toEqual([{ from: 0, to: 600_000, count: 1_001 }]);
  expect(questions).toBe(12);
});

test('a first count that was too low is corrected', async () => {
  const moments = Array.from({ length: 4_000 }, (_, n) => n * 100);
  const found = await splitIntoRanges(divideTime(0, 400_000, 11), 0, 600, counter(moments));
  expect(found.length).toBeGreaterThan(5);
  expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(4_000);
});
