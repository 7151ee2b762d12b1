import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureSpread, spreadScore, tooLarge } from '../../../src/propose/measure/spread.ts';
import { createSection, otherSection } from '../../../src/propose/proposal.ts';
import { runs } from '../../support/runs.ts';

const sections = [
  createSection('Net', { paths: ['net/**'], claims: 1 }),
  createSection('Fixes', { titles: ['^fix'], claims: 2 }),
  createSection('Docs', { labels: ['docs'], claims: 3 }),
  otherSection(),
];
const change = (title: string, label: string, path: string) => ({
  ...{ title, labels: [label], paths: [path] },
});
const net = change('A', '', 'net/a');
const fix = change('Fix', '', 'net/b');
const docs = change('Fix', 'docs', 'net/c');
const other = change('B', '', 'a');

test('changes are sorted as in a report: by labels, then titles, then paths', () => {
  const { changes } = measureSpread(sections, 'Other', [net, fix, docs, other]);
  expect([...changes]).toEqual([
    ['Net', [net]],
    ['Fixes', [fix]],
    ['Docs', [docs]],
    ['Other', [other]],
  ]);
});

test('more even sections score higher, and what no section claims counts for nothing', () => {
  const score = (...tried: (typeof net)[]) => spreadScore(measureSpread(sections, 'Other', tried));
  expect(score(net, net, fix, fix)).toBeGreaterThan(score(net, net, net, fix));
  expect(score(net, net, net, fix)).toBeGreaterThan(score(net, net, fix, other, other, other));
  expect(score(other, other)).toBe(0);
  expect(score()).toBe(0);
});

test('a section is too large beyond two thirds, and the fallback beyond one', () => {
  const large = (...tried: (typeof net)[]) => tooLarge(measureSpread(sections, 'Other', tried));
  expect(large(net, net, fix)).toBeNull();
  expect(large(net, net, net, fix)).toBe('Net');
  expect(large(net, fix, other)).toBeNull();
  expect(large(net, fix, other, other)).toBe('Other');
});

test('every change is in one section, and a score is from 0 to 1', () => {
  const any = fc.constantFrom(net, fix, docs, other);
  fc.assert(
    fc.property(fc.array(any, { maxLength: 30 }), (tried) => {
      const spread = measureSpread(sections, 'Other', tried);
      expect([...spread.changes.values()].flat()).toHaveLength(tried.length);
      expect(spreadScore(spread)).toBeGreaterThanOrEqual(0);
      expect(spreadScore(spread)).toBeLessThan(1);
    }),
    runs(100),
  );
});
