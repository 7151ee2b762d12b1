import { describe, expect, test } from 'vitest';
import type { IssueInput } from '../../github/data/input.ts';
import { rewritten } from '../../github/failures.ts';
import {
  collectFrom,
  issue,
  numbers,
  second,
  soonAfter,
  withGitHub,
  yearsLater,
  times,
} from './support.ts';

const name = 'acme/app';
const hoursBefore = (now: string, hours: number) =>
  `${new Date(Date.parse(now) - hours * 3_600_000).toISOString().slice(0, 19)}Z`;

/** More than the survey shows, so that search is needed. */
const many = (from: number, count: number): IssueInput[] =>
  times(count).map((n) => ({ number: from + n, createdAt: second(n * 60) }));

describe('the search index is behind', () => {
  test.each([3, 30])('by %i hours: the repository’s own lists fill in', async (hours) => {
    const late: IssueInput[] = times(8).map((n) => ({
      number: 1_000 + n,
      createdAt: '2016-01-01T00:00:00Z',
      comments: [{ createdAt: hoursBefore('2017-05-08T00:00:00Z', n + 1) }],
    }));
    const issues = [...many(1, 250), ...late];
    await withGitHub([{ name, issues }], { indexLag: hours * 3_600 }, async (github) => {
      const snapshot = await collectFrom(github);
      expect(numbers(snapshot.issues).filter((number) => number >= 1_000)).toHaveLength(8);
      expect(snapshot.issues).toHaveLength(258);
      expect(snapshot.complete).toBe(true);
    });
  });

  test('also for an old period, when an item of it was just updated', async () => {
    const issues: IssueInput[] = many(1, 250).map((one) => ({
      ...one,
      comments: [{ createdAt: '2018-01-01T00:00:00Z' }],
    }));
    issues.push({
      number: 1_000,
      createdAt: '2016-01-01T00:00:00Z',
      comments: [{ createdAt: second(5) }, { createdAt: hoursBefore(yearsLater, 1) }],
    });
    const server = { now: yearsLater, indexLag: 3 * 3_600 };
    await withGitHub([{ name, issues }], server, async (github) => {
      const snapshot = await collectFrom(github);
      expect(issue(snapshot, 1_000).activity).toHaveLength(1);
      expect(snapshot.issues).toHaveLength(251);
    });
  });
});

test('finds a merged pull request without an update inside', async () => {
  const pullRequests = times(80).map((n) => ({ number: n + 1, mergedAt: second(n * 60) }));
  const [first, ...others] = pullRequests;
  const silent = { ...first, createdAt: '2017-01-01T00:00:00Z', updatedAt: '2017-01-02T00:00:00Z' };
  await withGitHub([{ name, pullRequests: [silent, ...others] }], {}, async (github) => {
    const snapshot = await collectFrom(github);
    expect(snapshot.pullRequests).toHaveLength(80);
    expect(snapshot.complete).toBe(true);
  });
});

describe('the repository changes while it is read', () => {
  test('updates lose no items', async () => {
    // All within the hours that search does not know, several pages of them.
    const recent: IssueInput[] = times(400).map((n) => ({
      number: n + 1,
      createdAt: hoursBefore('2017-05-08T00:00:00Z', 4 - n / 200),
    }));
    const server = { indexLag: 20 * 3_600 };
    for (const request of [3, 4, 5, 6]) {
      await withGitHub([{ name, issues: recent }], server, async (github) => {
        let touched = 1;
        github.before(({ number }) => {
          if (number < request) return;
          github.data.update(`${name}#${touched++}`, { updatedAt: soonAfter });
        });
        const snapshot = await collectFrom(github);
        expect(snapshot.issues).toHaveLength(400);
        expect(snapshot.complete).toBe(true);
      });
    }
  });

  test('leaves out an item that is deleted or moved', async () => {
    const issues = many(1, 350);
    const other = { name: 'acme/other', issues: [{ createdAt: second(1) }] };
    for (const request of [2, 3, 4, 5]) {
      await withGitHub([{ name, issues }, other], {}, async (github) => {
        github.before(({ number }) => {
          if (number !== request) return;
          github.data.remove(`${name}#17`);
          github.data.transfer(`${name}#18`, 'acme/other');
        });
        const snapshot = await collectFrom(github, {}, [name]);
        const left = numbers(snapshot.issues).filter((number) => number !== 17 && number !== 18);
        expect(left).toHaveLength(348);
        expect(snapshot.issues.every(({ repository }) => repository === name)).toBe(true);
      });
    }
  });
});

describe('searches when a list is shorter than GitHub’s count', () => {
  test.each(['pullRequests', 'issues'])('%s', async (list) => {
    const repository = {
      name,
      issues: many(1, 20),
      pullRequests: times(30).map((n) => ({ number: 21 + n, mergedAt: second(n) })),
    };
    // Alone, and among quiet repositories.
    const others = times(7).map((n) => ({ name: `acme/other-${n}` }));
    for (const repositories of [[repository], [repository, ...others]]) {
      await withGitHub(repositories, {}, async (github) => {
        const undisturbed = await collectFrom(github);
        expect([undisturbed.issues.length, undisturbed.pullRequests.length]).toEqual([20, 30]);
        github.fail(
          rewritten('short', ({ data }) => shorten(data, list)),
          {
            matches: ({ query }) => query.startsWith('query Survey'),
          },
        );
        const snapshot = await collectFrom(github);
        expect({ ...snapshot, collected: null }).toEqual({ ...undisturbed, collected: null });
      });
    }
  });
});

/** Cuts each list of the name to five nodes, without a next page. */
function shorten(data: unknown, list: string): void {
  for (const value of Object.values(data as Record<string, Record<string, unknown>>)) {
    const found = value[list] as { nodes: unknown[]; pageInfo: object } | undefined;
    if (!found) continue;
    found.nodes.length = Math.min(5, found.nodes.length);
    found.pageInfo = { hasNextPage: false, endCursor: null };
  }
}
