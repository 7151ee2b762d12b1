import { describe, expect, test } from 'vitest';
import type { IssueInput } from '../../github/data/input.ts';
import { secondaryLimit, serverError, socket } from '../../github/failures.ts';
import type { GitHub } from '../../github/server.ts';
import { collectFrom, operations, second, withGitHub, yearsLater, times } from './support.ts';

const name = 'acme/app';
const before = '2016-01-01T00:00:00Z';
const inside = '2017-05-03T00:00:00Z';

/** Candidates that were not active inside the period: updated only later. */
const quiet = (count: number) => times(count).map(() => ({ createdAt: before, updatedAt: later }));
const later = '2018-01-01T00:00:00Z';
/** Candidates whose latest update lies inside. */
const active = (count: number): IssueInput[] =>
  times(count).map(() => ({ createdAt: before, comments: [{ createdAt: inside }] }));

describe('checks which candidates were active', () => {
  const isChecked = (issues: IssueInput[]) =>
    withGitHub([{ name, issues }], { now: yearsLater }, async (github) => {
      expect(await collectFrom(github)).toMatchObject({ complete: true });
      return 'Checks' in operations(github);
    });

  test('beyond 300 of them', async () => {
    expect(await isChecked(quiet(300))).toBe(false);
    expect(await isChecked(quiet(301))).toBe(true);
  });

  test('unless a third of them was', async () => {
    expect(await isChecked([...quiet(201), ...active(100)])).toBe(true);
    expect(await isChecked([...quiet(202), ...active(101)])).toBe(false);
  });
});

describe('the estimate of points', () => {
  const estimate = async (pulls: number, merged: number, issues: number) => {
    const pullRequests = [
      ...quiet(pulls - merged),
      ...times(merged).map((n) => ({ createdAt: before, mergedAt: second(n), updatedAt: later })),
    ];
    const repository = { name, pullRequests, issues: quiet(issues) };
    return withGitHub([repository], { now: yearsLater, budget: 5 }, async (github) => {
      const error: unknown = await collectFrom(github).catch((reason: unknown) => reason);
      return Number(/about (\d+) points/.exec(String(error))?.[1]);
    });
  };

  test('has all facts of few candidates', async () => {
    expect(await estimate(300, 10, 0)).toBe(1 + 3 * 6);
    expect(await estimate(0, 0, 300)).toBe(1 + 3 * 3);
  });

  test('has the checks of many, and the facts of the merged ones', async () => {
    expect(await estimate(301, 10, 0)).toBe(1 + 4 * 3 + 1 * 3);
    expect(await estimate(0, 0, 601)).toBe(1 + 7);
  });
});

/** The page sizes that the searches for issues asked for. */
const sizes = (github: GitHub) =>
  github.log.requests
    .filter(({ query }) => query.startsWith('query Issues'))
    .map(({ variables }) => Number(variables['first_0']));

describe('a page that fails', () => {
  const issues = times(200).map((n) => ({ createdAt: second(n) }));
  const asks = ({ query }: { query: string }) => query.startsWith('query Issues');
  const failing = async (failure = serverError(502), on: number | number[] = 1) =>
    withGitHub([{ name, issues }], {}, async (github) => {
      github.fail(failure, { matches: asks, on });
      expect(await collectFrom(github)).toMatchObject({ complete: true });
      return sizes(github);
    });

  test('is halved when it may be too large', async () => {
    expect(await failing()).toEqual([100, 50, 50, 50, 50]);
  });

  test('keeps a size that was answered before', async () => {
    expect(await failing(serverError(502), 2)).toEqual([100, 100, 100]);
  });

  test('keeps its size when the connection is lost, and is halved when it fails again', async () => {
    expect(await failing(socket('lost'), 1)).toEqual([100, 100, 100]);
    expect(await failing(socket('lost'), [1, 2])).toEqual([100, 100, 100, 100]);
    expect(await failing(socket('lost'), [1, 2, 3])).toEqual([100, 100, 100, 50, 50, 50, 50]);
  });

  test('gets another try at each size', async () => {
    const tried = [100, 100, 100, 50, 50, 50, 50, 50];
    expect(await failing(socket('lost'), [1, 2, 3, 4])).toEqual(tried);
  });

  test('keeps its size at a rate limit', async () => {
    await withGitHub([{ name, issues }], {}, async (github) => {
      github.fail(socket('lost'), { matches: asks, on: [1, 2] });
      github.fail(secondaryLimit({ retryAfter: 1 }), { matches: asks, on: 3 });
      await collectFrom(github);
      expect(sizes(github)).toEqual([100, 100, 100, 100, 100]);
    });
  });

  test('grows back after a few answers', async () => {
    expect(await failing(serverError(502), [1, 2])).toEqual([100, 50, 25, 25, 25, 25, 50, 50]);
  });
});

test('requests that fail together make one pause', async () => {
  await withGitHub([{ name }], {}, async (github) => {
    github.fail(socket('lost'), { on: [1, 2] });
    const reasons: string[] = [];
    await collectFrom(github, { onDelay: ({ reason }) => void reasons.push(reason) });
    expect(github.log.requests.length).toBeGreaterThanOrEqual(4);
    expect(reasons).toHaveLength(1);
  });
});

test('gives up optional questions after a few failures, however many there are', async () => {
  const pullRequests = times(64).map((n) => ({ author: `author-${n}`, mergedAt: second(n) }));
  await withGitHub([{ name, pullRequests }], {}, async (github) => {
    const asks = ({ variables }: { variables: object }) =>
      JSON.stringify(variables).includes('author:');
    github.fail(serverError(502), { matches: asks });
    const { warnings } = await collectFrom(github);
    expect(warnings).toMatchObject([{ code: 'newcomers-unknown' }]);
    expect(github.log.requests.filter(asks).length).toBeLessThan(64);
  });
});
