import { expect, test } from 'vitest';
import type { PullRequestInput } from '../../github/data/input.ts';
import { collected, numbers, pull, second } from './support.ts';

const name = 'acme/app';
const mergedAt = second(500);
const issues = [{ number: 13, createdAt: '2016-01-01T00:00:00Z' }];
const collect = (input: PullRequestInput) =>
  collected([{ name, pullRequests: [{ number: 42, mergedAt, ...input }], issues }]);

test.each([
  { title: 'Revert "Fix #13: frob (#35)"' },
  { title: 'Take it back', body: 'Reverts acme/app#35\n\nReverts "Fixes #13 (#35)"' },
  { title: 'Revert "Frob"', body: 'Reverts #35', closingIssuesReferences: [13] },
])('a revert names what it takes back, and closes nothing: %j', async (input) => {
  const snapshot = await collect(input);
  expect(pull(snapshot, 42).references).toMatchObject([{ number: 35, relation: 'reverts' }]);
  expect(snapshot.issues).toEqual([]);
});

test('what a revert says to fix is mentioned', async () => {
  const snapshot = await collect({ title: 'Revert "Frob (#35)"', body: 'Fixes #13.' });
  expect(pull(snapshot, 42).references).toMatchObject([
    { number: 35, relation: 'reverts', from: 'title' },
    { number: 13, relation: 'mentions', from: 'body' },
  ]);
});

test('a backport names what it brings, and closes what it says', async () => {
  const snapshot = await collect({ title: '[1.2] Backport #35', body: 'Fixes #13.' });
  expect(pull(snapshot, 42).references).toMatchObject([
    { number: 35, relation: 'backports' },
    { number: 13, relation: 'closes' },
  ]);
  expect(numbers(snapshot.issues)).toEqual([13]);
});
