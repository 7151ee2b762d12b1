import type { Period } from '../src/period/period.ts';
import { generateRepository } from '../test/github/data/generate.ts';
import type { RepositoryInput } from '../test/github/data/input.ts';

const start = '2017-05-01T00:00:00Z';
const end = '2017-05-08T00:00:00Z';

export const period: Period = { kind: 'week', start, end, timezone: 'UTC', date: '2017-05-08' };

export interface Scenario {
  title: string;
  /** When the report is made. */
  now: string;
  repositories(): RepositoryInput[];
}

const soonAfter = '2017-05-08T06:00:00Z';
const yearsLater = '2024-05-08T06:00:00Z';

/** What the collector is measured by. */
export const scenarios: Record<string, Scenario> = {
  small: {
    title: 'a small week: 30 merged, 40 active issues',
    now: soonAfter,
    repositories: () => [
      generateRepository({
        ...{ name: 'acme/app', start, end, merged: 30, activeIssues: 40 },
        ...{ quietPullRequests: 300, quietIssues: 300 },
      }),
    ],
  },
  busy: {
    title: 'a busy week: 2,600 merged, 1,400 active issues',
    now: soonAfter,
    repositories: () => [
      generateRepository({
        ...{ name: 'acme/app', start, end, merged: 2_600, activeIssues: 1_400 },
        ...{ quietPullRequests: 2_000, quietIssues: 3_000 },
      }),
    ],
  },
  old: {
    title: 'a week seven years back, 6,000 older issues touched since',
    now: yearsLater,
    repositories: () => [
      generateRepository({
        ...{ name: 'acme/app', start, end, merged: 30, activeIssues: 60, today: yearsLater },
        ...{ quietPullRequests: 200, quietIssues: 6_000, touchedSince: 0.97 },
      }),
    ],
  },
  quiet: {
    title: '60 quiet repositories',
    now: soonAfter,
    repositories: () =>
      Array.from({ length: 60 }, (_, seed) =>
        generateRepository({
          ...{ name: `acme/app-${seed}`, seed, start, end, merged: 3, activeIssues: 4 },
          ...{ quietPullRequests: 60, quietIssues: 60 },
        }),
      ),
  },
};
