import { expect, test } from 'vitest';
import { propose } from '../../src/propose/propose.ts';
import { changes, codeOwners, drafter, labeler, project, release, titlesOf } from './project.ts';

test('the first origin with two sections wins; without any, kinds of work', () => {
  const all = {
    ...labeler('a: x\nb: y'),
    ...release('changelog: { categories: [{ title: C, labels: [c] }, { title: D, labels: [d] }] }'),
    ...drafter('categories: [{ title: E, label: e }, { title: F, label: f }]'),
    ...codeOwners('/g/ @x\n/h/ @x'),
    labels: ['area/i', 'area/j'],
    changes: changes([2, ['k/a']], [2, ['l/a']]),
  };
  const { labeler: one, release: two, drafter: three, codeOwners: four, labels, ...rest } = all;
  expect(titlesOf({ labeler: one, ...rest, release: two })).toEqual(['A', 'B', 'Other']);
  expect(titlesOf({ release: two, drafter: three, ...rest })).toEqual(['C', 'D', 'Other']);
  expect(titlesOf({ drafter: three, codeOwners: four, ...rest })).toEqual(['E', 'F', 'Other']);
  expect(titlesOf({ codeOwners: four, labels, ...rest })).toEqual(['G', 'H', 'Other']);
  expect(titlesOf({ labels, ...rest })).toEqual(['I', 'J', 'Other']);
  expect(titlesOf(rest)).toEqual(['K', 'L', 'Other']);
  expect(titlesOf({})).toEqual(['Features', 'Fixes', 'Documentation', 'Build and tests', 'Other']);
});

test('one section beside the fallback is not enough', () => {
  const text =
    "changelog: { categories: [{ title: A, labels: [a] }, { title: Rest, labels: ['*'] }] }";
  const { source, notes } = propose(project({ ...release(text), ...codeOwners('/g/ @x\n/h/ @x') }));
  expect(source).toBe('from CODEOWNERS');
  expect(notes).toEqual(['.github/release.yml was not used: it defines fewer than two sections.']);
});

test('a folder of invisible characters gives no section', () => {
  const year = changes([2, ['\u200B/a']], [2, ['kernel/a']]);
  expect(propose(project({ changes: year })).source).toBe('by kind of work');
});

test('a note names a file that defines fewer than two sections', () => {
  const { source, notes } = propose(project(release('changelog: 3')));
  expect(source).toBe('by kind of work');
  expect(notes[0]).toBe('.github/release.yml was not used: it defines fewer than two sections.');
});
