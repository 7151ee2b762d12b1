import { expect, test } from 'vitest';
import { collected, numbers, second, yearsLater } from './support.ts';

const name = 'acme/app';
const mergedAt = second(500);

test('a week years back keeps what was merged before the default branch was renamed', async () => {
  const snapshot = await collected(
    [
      {
        name,
        defaultBranch: 'main',
        formerDefaultBranches: ['master'],
        branches: ['stable'],
        pullRequests: [
          { number: 1, mergedAt, baseRefName: 'master', closingIssuesReferences: [9] },
          { number: 2, mergedAt, baseRefName: 'stable' },
          { number: 3, mergedAt, baseRefName: 'gone' },
          { number: 4, mergedAt },
        ],
        pushes: [{ committedDate: second(9), message: 'Pushed' }],
        issues: [{ number: 9, closedAt: mergedAt }],
      },
      { name: 'acme/empty', isEmpty: true },
      {
        name: 'acme/kept',
        branches: ['master'],
        pullRequests: [{ mergedAt, baseRefName: 'master' }],
      },
    ],
    { now: yearsLater },
  );
  const [app] = snapshot.pullRequests;
  expect(numbers(snapshot.pullRequests)).toEqual([1, 2, 3, 4, 1]);
  expect(app).toMatchObject({ base: 'master', references: [{ number: 9, relation: 'closes' }] });
  expect(numbers(snapshot.issues)).toEqual([9]);
  expect(snapshot.commits.map(({ title }) => title)).toEqual(['Pushed']);
  expect(snapshot.defaultBranches).toEqual([
    { repository: name, names: ['main', 'master'] },
    { repository: 'acme/kept', names: ['main'] },
  ]);
});
