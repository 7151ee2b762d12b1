import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DataSet, dataSet } from './data/data-set.ts';
import { generateRepository, type GenerateOptions } from './data/generate.ts';
import type { Item } from './data/item.ts';
import { timelineOf } from './data/timeline.ts';
import { seedWeek } from './data/seed.ts';
import { runs } from '../support/runs.ts';

const start = '2017-05-01T00:00:00Z';
const end = '2017-05-08T00:00:00Z';
const inside = (at: string | null) => at !== null && start <= at && at < end;
const activeInside = (item: Item) => timelineOf(item).some(({ at }) => inside(at));

const options: GenerateOptions = {
  name: 'acme/big',
  start,
  end,
  today: '2024-05-08T00:00:00Z',
  touchedSince: 0.9,
  merged: 40,
  unmerged: 10,
  quietPullRequests: 30,
  activeIssues: 50,
  quietIssues: 60,
};

test('a generated repository has the requested contents', () => {
  const data = dataSet({ repositories: [generateRepository(options)] });
  const [repository] = data.repositories;
  const pulls = repository?.list('PullRequest') ?? [];
  const issues = repository?.list('Issue') ?? [];
  expect(pulls.filter(({ mergedAt }) => inside(mergedAt))).toHaveLength(40);
  expect(
    pulls.filter(({ mergedAt, closedAt }) => mergedAt === null && inside(closedAt)),
  ).toHaveLength(10);
  expect(pulls.filter((item) => !activeInside(item))).toHaveLength(30);
  expect(issues.filter(activeInside)).toHaveLength(50);
  expect(issues.filter((item) => !activeInside(item))).toHaveLength(60);
  const touched = [...pulls, ...issues].filter(({ updatedAt }) => updatedAt >= end);
  expect(touched.length / 190).toBeGreaterThan(0.8);
  expect(issues.map(({ number }) => number)).toEqual(
    issues.map(({ number }) => number).toSorted((a, b) => a - b),
  );
});

test('it is the same one for the same seed, and another one for another', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const once = generateRepository({ ...options, seed });
      expect(generateRepository({ ...options, seed })).toEqual(once);
      expect(generateRepository({ ...options, seed: seed + 1 })).not.toEqual(once);
    }),
    runs(10),
  );
});

test('nothing happens before its item was created', () => {
  const { repositories } = new DataSet({
    repositories: [generateRepository({ ...options, seed: 3 })],
  });
  for (const item of [
    ...(repositories[0]?.list('Issue') ?? []),
    ...(repositories[0]?.list('PullRequest') ?? []),
  ]) {
    expect(
      timelineOf(item).every(({ at }) => at >= item.createdAt),
      item.url,
    ).toBe(true);
  }
});

test('the recorded week of LinuxKit', () => {
  const data = dataSet(seedWeek());
  expect(data.repositories.map(({ nameWithOwner }) => nameWithOwner)).toEqual([
    'linuxkit/linuxkit',
    'moby/tool',
    'linuxkit/rtf',
  ]);
  const merged = data.repositories.map(
    (repository) =>
      repository.list('PullRequest').filter(({ mergedAt }) => inside(mergedAt)).length,
  );
  expect(merged).toEqual([18, 3, 6]);
  expect(data.find('linuxkit/linuxkit#1757')).toMatchObject({
    title: 'Update kernel build (and update to 4.4.65)',
    mergedAt: '2017-05-02T16:03:44Z',
    body: 'Fixes linuxkit/linuxkit#1746.\nFixes linuxkit/linuxkit#1745.\nSee linuxkit/linuxkit#1263.',
  });
  expect(data.find('linuxkit/linuxkit#1746')).toMatchObject({ closedAt: '2017-05-02T16:03:44Z' });
  expect(data.find('linuxkit/linuxkit#1568')).toMatchObject({ closedAt: null });
});

test.each([
  ['acme', 'is not like owner/name'],
  ['acme/app', 'is there twice', [{ number: 1 }, { number: 1 }]],
  ['acme/app', 'is not like 2017-05-01T00:00:00Z', [{ createdAt: '2017-05-01' }]],
  [
    'acme/app',
    'is not like 2017-05-01T00:00:00Z',
    [{ comments: [{ createdAt: '2017-05-01T00:00:00+02:00' }] }],
  ],
])('contradictory data are refused: %s %s', (name, message, issues = []) => {
  expect(() => dataSet({ repositories: [{ name, issues }] })).toThrow(message);
});

test('new numbers follow the given ones', () => {
  const data = dataSet({
    repositories: [{ name: 'acme/app', pullRequests: [{}, { number: 4 }], issues: [{}] }],
  });
  const numbers = (type: Item['__typename']) =>
    data.repositories[0]?.list(type).map(({ number }) => number);
  expect(numbers('PullRequest')).toEqual([4, 5]);
  expect(numbers('Issue')).toEqual([6]);
});
