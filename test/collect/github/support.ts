import * as v from 'valibot';
import { githubSource, type GitHubOptions } from '../../../src/collect/github/github-source.ts';
import type { Clock } from '../../../src/collect/github/request/clock.ts';
import type { Period } from '../../../src/period/period.ts';
import type { ItemId } from '../../../src/item/item-id.ts';
import { snapshotSchema, type Issue, type Snapshot } from '../../../src/snapshot/schema.ts';
import { dataSet } from '../../github/data/data-set.ts';
import type { RepositoryInput } from '../../github/data/input.ts';
import { startGitHub, type GitHub, type GitHubOptions as Server } from '../../github/server.ts';

/** The first week of May 2017, which LinuxKit reported on 8 May. */
export const week: Period = {
  kind: 'week',
  start: '2017-05-01T00:00:00Z',
  end: '2017-05-08T00:00:00Z',
  timezone: 'UTC',
  date: '2017-05-08',
};

export const soonAfter = '2017-05-08T06:00:00Z';
export const yearsLater = '2024-05-08T06:00:00Z';

/** A clock on which sleeping takes no time. */
export function patientClock(): Clock & { slept: number } {
  return {
    slept: 0,
    now() {
      return Date.parse(soonAfter) + this.slept;
    },
    async sleep(milliseconds, signal) {
      this.slept += milliseconds;
      await new Promise(setImmediate);
      signal.throwIfAborted();
    },
  };
}

export type Options = Partial<GitHubOptions> & {
  period?: Period;
  signal?: AbortSignal;
  cited?: readonly ItemId[];
};

/** Collects all of the server's repositories, or those named, and checks the snapshot's shape. */
export async function collectFrom(
  github: GitHub,
  { period = week, signal = new AbortController().signal, cited = [], ...options }: Options = {},
  repositories = github.data.repositories.map(({ nameWithOwner }) => nameWithOwner),
): Promise<Snapshot> {
  const source = githubSource({
    graphqlUrl: github.graphqlUrl,
    server: 'https://github.com',
    token: github.token,
    now: github.now,
    clock: patientClock(),
    ...options,
  });
  const snapshot = await source.collect(repositories, period, signal, cited);
  return v.parse(snapshotSchema, snapshot);
}

/** Starts a GitHub for the length of `use`. */
export async function withGitHub<T>(
  repositories: RepositoryInput[],
  options: Partial<Server>,
  use: (github: GitHub) => Promise<T>,
): Promise<T> {
  const data = dataSet({ repositories });
  const github = await startGitHub({ now: soonAfter, ...options, data });
  try {
    return await use(github);
  } finally {
    await github.close();
  }
}

/** Collects the repositories from a GitHub of their own. */
export function collected(
  repositories: RepositoryInput[],
  server: Partial<Server> = {},
  options: Options = {},
): Promise<Snapshot> {
  return withGitHub(repositories, server, (github) => collectFrom(github, options));
}

/** How many requests of each operation were made. */
export function operations(github: GitHub): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { query } of github.log.requests) {
    const name = /^query (\w+)/.exec(query)?.[1] ?? '';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

export function pull(snapshot: Snapshot, number: number): Snapshot['pullRequests'][number] {
  return one(snapshot.pullRequests, number);
}

export function issue(snapshot: Snapshot, number: number): Issue {
  return one(snapshot.issues, number);
}

function one<T extends { number: number }>(items: readonly T[], number: number): T {
  const found = items.find((item) => item.number === number);
  if (found === undefined) throw new Error(`#${number} is not in the snapshot`);
  return found;
}

/** The numbers from 0, as many as asked for. */
export const times = (count: number) => Array.from({ length: count }, (_, index) => index);

export const numbers = (items: readonly { number: number }[]) => items.map(({ number }) => number);

/** The n-th second of the week. */
export function second(n: number): string {
  return `${new Date(Date.parse(week.start) + n * 1_000).toISOString().slice(0, 19)}Z`;
}
