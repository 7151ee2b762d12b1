import { describe, expect, test } from 'vitest';
import { generateRepository } from '../../github/data/generate.ts';
import type { RepositoryInput } from '../../github/data/input.ts';
import { nullCursor, wrongCount } from '../../github/page-failures.ts';
import { collectFrom, numbers, operations, second, week, withGitHub, times } from './support.ts';
import { soonAfter, yearsLater } from './support.ts';
import { isThorough } from '../../support/runs.ts';

const name = 'acme/app';
const { start, end } = week;

/** A `fetch` that sends requests in rounds: only when the collector waits for all of them. */
function inRounds() {
  const sizes: number[] = [];
  let waiting: (() => void)[] = [];
  const release = async () => {
    for (let seen = 0; seen < waiting.length;) {
      seen = waiting.length;
      for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    }
    sizes.push(waiting.length);
    const going = waiting;
    waiting = [];
    for (const go of going) go();
  };
  const held: typeof fetch = async (url, init) => {
    await new Promise<void>((go) => {
      if (waiting.push(go) === 1) void release();
    });
    return fetch(url, init);
  };
  return { fetch: held, sizes };
}

async function requests(repositories: RepositoryInput[], now: string) {
  return withGitHub(repositories, { now }, async (github) => {
    const snapshot = await collectFrom(github, { earlierPeriods: 1 });
    expect(snapshot).toMatchObject({ complete: true, warnings: [] });
    expect(github.log.maxInFlight).toBeLessThanOrEqual(12);
    expect(snapshot.collected.requests).toBe(github.log.requests.length);
    expect(snapshot.collected.points).toBe(github.log.points);
    return { snapshot, requests: github.log.requests.length };
  });
}

describe('more results than a search shows', () => {
  test.runIf(isThorough)('1,100 merged and 1,050 active in one week', async () => {
    const repository = generateRepository({
      ...{ name, start, end, merged: 1_100, activeIssues: 1_050 },
      ...{ quietIssues: 500, quietPullRequests: 200 },
    });
    const { snapshot, requests: count } = await requests([repository], soonAfter);
    expect(snapshot.pullRequests.filter(({ state }) => state === 'merged')).toHaveLength(1_100);
    expect(snapshot.issues.filter(({ activity }) => activity.length > 0)).toHaveLength(1_050);
    // Of these, about three for the 3,300 commits that came with the merges.
    expect(count).toBeLessThanOrEqual(44);
  });

  test('though the first count is too low', async () => {
    const issues = times(1_050).map((n) => ({ number: n + 1, createdAt: second(n * 60) }));
    await withGitHub([{ name, issues }], {}, async (github) => {
      github.fail(wrongCount('Query.search', -1_040), {
        matches: ({ query }) => query.startsWith('query Counts'),
        times: 1,
      });
      const snapshot = await collectFrom(github, { earlierPeriods: 1 });
      expect(snapshot.issues).toHaveLength(1_050);
      expect(snapshot.complete).toBe(true);
    });
  });

  test.runIf(isThorough)('in one second, after an import', async () => {
    const createdAt = second(100_000);
    const imported = (from: number) => times(1_150).map((n) => ({ number: from + n, createdAt }));
    const earlier = times(2_000).map((n) => ({ number: 4_001 + n, createdAt: second(n) }));
    const issues = [...imported(2_001), ...earlier];
    const repository = { name, pullRequests: imported(1), issues };
    await withGitHub([repository], {}, async (github) => {
      const snapshot = await collectFrom(github, { earlierPeriods: 1 });
      expect(numbers(snapshot.pullRequests)).toEqual(times(1_150).map((n) => 1 + n));
      expect(numbers(snapshot.issues)).toEqual([
        ...times(1_150).map((n) => 2_001 + n),
        ...times(2_000).map((n) => 4_001 + n),
      ]);
      expect(snapshot).toMatchObject({ complete: true, warnings: [] });
      // From the nearer end of the list: 12 pages, which both lists share requests for, and a few more.
      expect(operations(github)['Listing']).toBeLessThanOrEqual(25);

      github.fail(nullCursor('Repository.issues'), {
        matches: ({ query }) => /^query Listing.*CREATED_AT/s.test(query),
      });
      const cut = await collectFrom(github, { earlierPeriods: 1 });
      expect(cut.pullRequests).toEqual(snapshot.pullRequests);
      expect(cut.complete).toBe(false);
      expect(cut.warnings).toContainEqual({
        code: 'list-cut',
        message: `The list of items created at ${createdAt} is incomplete.`,
        repository: name,
      });
    });
  });
});

describe('few requests', () => {
  test('for a small week', async () => {
    const repository = generateRepository({
      ...{ name, start, end, merged: 30, activeIssues: 40 },
      ...{ quietIssues: 300, quietPullRequests: 300 },
    });
    const { requests: count } = await requests([repository], soonAfter);
    expect(count).toBeLessThanOrEqual(8);
    // In three rounds, because some requests depend on answers.
    await withGitHub([repository], {}, async (github) => {
      const { fetch, sizes } = inRounds();
      await collectFrom(github, { fetch, earlierPeriods: 1 });
      expect(sizes.length).toBeLessThanOrEqual(3);
    });
  });

  test('for a week seven years back', async () => {
    const repository = generateRepository({
      ...{ name, start, end, merged: 30, activeIssues: 60, quietIssues: 3_000 },
      ...{ quietPullRequests: 200, today: yearsLater, touchedSince: 0.97 },
    });
    const { snapshot, requests: count } = await requests([repository], yearsLater);
    expect(snapshot.pullRequests).toHaveLength(30);
    expect(snapshot.issues.filter(({ activity }) => activity.length > 0)).toHaveLength(60);
    expect(count).toBeLessThanOrEqual(50);
  });

  test.runIf(isThorough)('for 60 quiet repositories', async () => {
    const repositories = times(60).map((seed) =>
      generateRepository({
        ...{ name: `acme/app-${seed}`, seed, start, end, merged: 3, activeIssues: 4 },
        ...{ quietIssues: 30, quietPullRequests: 30 },
      }),
    );
    const { snapshot, requests: count } = await requests(repositories, soonAfter);
    expect(snapshot.pullRequests).toHaveLength(180);
    expect(count).toBeLessThanOrEqual(21);
  });
});

test.runIf(isThorough)(
  'starts with few requests at once, and never has more than a dozen; the estimate of points is not too high',
  async () => {
    const repository = generateRepository({
      ...{ name, start, end, merged: 30, activeIssues: 60, quietIssues: 2_000 },
      ...{ quietPullRequests: 1_500, today: yearsLater, touchedSince: 0.97 },
    });
    const now = yearsLater;
    const points = await withGitHub([repository], { now }, async (github) => {
      const { fetch, sizes } = inRounds();
      await collectFrom(github, { fetch, earlierPeriods: 1 });
      expect(sizes[0]).toBeLessThanOrEqual(4);
      expect(Math.max(...sizes)).toBeGreaterThan(8);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(12);
      return github.log.points;
    });
    // Just enough points.
    await withGitHub([repository], { now, budget: points + 1 }, async (github) => {
      expect(await collectFrom(github, { earlierPeriods: 1 })).toMatchObject({ complete: true });
    });
  },
);

test.each([start, second(1), end, yearsLater])(
  'a repository created at %s, with older items',
  async (createdAt) => {
    const issues = times(450).map((n) => ({ number: n + 1, createdAt: second(n * 60) }));
    const imported = { number: 1_000, createdAt: '2011-01-01T00:00:00Z', closedAt: second(7) };
    const repository = { name, createdAt, issues: [...issues, imported] };
    const { snapshot } = await requests([repository], yearsLater);
    expect(snapshot.issues).toHaveLength(451);
  },
);
