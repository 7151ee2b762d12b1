import { expect, test } from 'vitest';
import { failsOn, serverError } from '../../github/failures.ts';
import { nullCursor } from '../../github/page-failures.ts';
import { collected, collectFrom, second, withGitHub, yearsLater, times } from './support.ts';

const name = 'acme/app';
const day = 86_400;

test('releases that were published inside the period, and tags without a release', async () => {
  const releases = [
    { tagName: 'v1', name: 'One', createdAt: second(-1) },
    { tagName: 'v2', name: 'Two', createdAt: second(-40 * day), publishedAt: second(10) },
    { tagName: 'v3', name: '', createdAt: second(20) },
    { tagName: 'v4', createdAt: second(30), publishedAt: null },
    { tagName: 'v5', createdAt: second(5), publishedAt: second(7 * day) },
  ];
  const tags = [
    ...['v1', 'v2', 'v3', 'v5'].map((tag) => ({ name: tag, committedDate: second(15) })),
    { name: 'nightly', committedDate: second(5) },
    { name: 'signed', committedDate: second(-3 * day), taggedAt: second(40) },
    { name: 'old', committedDate: second(-1) },
  ];
  const snapshot = await collected([{ name, releases, tags }], { now: yearsLater });
  const found = (tag: string, n: number, title: string | null = null) => {
    return { repository: name, tag, name: title, publishedAt: second(n), pulls: [] };
  };
  expect(snapshot).toMatchObject({ complete: true, warnings: [] });
  expect(snapshot.releases).toEqual([
    found('nightly', 5),
    found('v2', 10, 'Two'),
    found('v3', 20),
    found('signed', 40),
  ]);
});

test('of many, only those since the period are read', async () => {
  const releases = times(400).map((n) => ({
    tagName: `v${n}`,
    createdAt: second((n - 390) * day),
  }));
  await withGitHub([{ name, releases }], {}, async (github) => {
    const { releases: found } = await collectFrom(github);
    expect(found.map(({ tag }) => tag)).toEqual(times(7).map((n) => `v${390 + n}`));
    expect(github.log.requests.filter(({ query }) => query.includes('releases(')).length).toBe(2);
  });
});

test('the releases of many repositories share a request', async () => {
  const repositories = times(40).map((n) => ({
    name: `acme/app-${n}`,
    releases: [{ tagName: 'v1', createdAt: second(n) }],
  }));
  await withGitHub(repositories, {}, async (github) => {
    expect((await collectFrom(github)).releases).toHaveLength(40);
    expect(github.log.requests.filter(({ query }) => query.includes('releases(')).length).toBe(1);
  });
});

const releases = times(9).map((n) => ({ tagName: `v${n}`, createdAt: second(n) }));

test.each([
  ['a null cursor', nullCursor('Repository.releases')],
  ['a failure', failsOn('"tagName"', serverError(502))],
])('a list that is cut by %s: the report is incomplete', async (_, failure) => {
  await withGitHub([{ name, releases }], {}, async (github) => {
    github.fail(failure, { matches: ({ query }) => query.includes('releases(') });
    const { complete, warnings } = await collectFrom(github);
    const message = expect.stringContaining('The list of releases is incomplete') as string;
    expect({ complete, warnings }).toEqual({
      complete: false,
      warnings: [{ code: 'list-cut', message, repository: name }],
    });
  });
});
