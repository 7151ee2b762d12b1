import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DecidedPull } from '../../src/categorise/categorise.ts';
import { groupPulls } from '../../src/categorise/group-pulls.ts';
import { closes, pull } from '../support/snapshot.ts';
import { runs } from '../support/runs.ts';

const decision = {
  section: 'core',
  rule: 'fallback',
  pattern: '',
  evidence: '',
  next: [],
} as const;

function decided(number: number, ...issues: number[]): DecidedPull {
  return {
    pull: pull(number, { references: issues.map((issue) => closes(issue)) }),
    decision: { ...decision, next: [] },
  };
}

function numbers(merged: DecidedPull[], pullKeys: string[] = []): [number[], number[]][] {
  return groupPulls(merged, new Set(pullKeys)).map(({ pulls, resolves }) => [
    pulls.map(({ pull: { number } }) => number),
    resolves.map(({ number }) => number),
  ]);
}

test('a pull request is grouped with the issues it resolves', () => {
  expect(numbers([decided(1, 10, 11), decided(2)])).toEqual([
    [[1], [10, 11]],
    [[2], []],
  ]);
});

test('pull requests that resolve the same issue are grouped in the place of the first', () => {
  expect(numbers([decided(1, 10), decided(2), decided(3, 11, 10)])).toEqual([
    [
      [1, 3],
      [10, 11],
    ],
    [[2], []],
  ]);
});

test('a later one joins earlier groups that had nothing in common', () => {
  expect(numbers([decided(1, 10), decided(2, 11), decided(3, 11, 10)])).toEqual([
    [
      [1, 2, 3],
      [10, 11],
    ],
  ]);
});

test('resolving a pull request groups nothing', () => {
  expect(numbers([decided(1, 9), decided(2, 9)], ['linuxkit/linuxkit#9'])).toEqual([
    [[1], []],
    [[2], []],
  ]);
});

test('the same number of another repository is another issue', () => {
  const other = { ...decided(2), pull: pull(2, { references: [closes(10, 'moby/tool')] }) };
  expect(numbers([decided(1, 10), other])).toHaveLength(2);
});

test('every pull request is in one group, and groups have no issue in common', () => {
  const links = fc.array(fc.array(fc.integer({ min: 100, max: 110 }), { maxLength: 3 }), {
    maxLength: 15,
  });
  fc.assert(
    fc.property(links, (issues) => {
      const merged = issues.map((found, index) => decided(index + 1, ...found));
      const groups = numbers(merged);
      expect(groups.flatMap(([pulls]) => pulls).toSorted((a, b) => a - b)).toEqual(
        merged.map((_, i) => i + 1),
      );
      const resolved = groups.flatMap(([, found]) => found);
      expect(new Set(resolved).size).toBe(resolved.length);
      expect(new Set(resolved)).toEqual(new Set(issues.flat()));
    }),
    runs(100),
  );
});
