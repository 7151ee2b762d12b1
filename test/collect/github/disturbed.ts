import { expect } from 'vitest';
import type { Snapshot } from '../../../src/snapshot/schema.ts';
import { dataSet } from '../../github/data/data-set.ts';
import { generateRepository } from '../../github/data/generate.ts';
import type { Failure } from '../../github/failures.ts';
import type { When } from '../../github/schedule.ts';
import { startGitHub } from '../../github/server.ts';
import { collectFrom, second, soonAfter, week, type Options } from './support.ts';

/** Takes every kind of request: pages of results, nodes by id, lists inside items, closed issues. */
export const repository = generateRepository({
  ...{ name: 'acme/app', start: week.start, end: week.end },
  ...{ merged: 20, unmerged: 3, activeIssues: 52, quietIssues: 5, quietPullRequests: 5 },
});
repository.pullRequests?.push({
  mergedAt: second(9),
  files: 130,
  comments: Array.from({ length: 90 }, (_, n) => ({ createdAt: second(n) })),
});

/** Starts a GitHub with the repository, which others can disturb. */
export async function startDisturbed() {
  const data = dataSet({ repositories: [repository] });
  const github = await startGitHub({ now: soonAfter, budget: 1_000_000, data });
  const undisturbed = await collectFrom(github);
  expect(undisturbed.complete).toBe(true);
  expect(undisturbed.pullRequests).toHaveLength(24);

  /** Collects under the failure, and makes sure that it occurred. */
  async function under(failure: Failure, when: When = {}, options: Options = {}) {
    let strikes = 0;
    const { name, answer, bend } = failure;
    const disarm = github.fail(
      {
        name,
        ...(answer && {
          answer: (exchange) => {
            strikes += 1;
            return answer(exchange);
          },
        }),
        ...(bend && {
          bend: (page, place) => {
            const bent = bend(page, place);
            if (bent !== page) strikes += 1;
            return bent;
          },
        }),
      },
      when,
    );
    try {
      return await collectFrom(github, options);
    } finally {
      disarm();
      expect(strikes).toBeGreaterThan(0);
    }
  }

  return { github, undisturbed, under };
}

/** The snapshot without its costs. */
export const facts = ({ collected: _, ...rest }: Snapshot) => rest;
