import { isMergedInside } from '../../../snapshot/merged-inside.ts';
import type { PullRequestFacts } from '../facts/item-facts.ts';
import { Failure } from '../request/failures/failure.ts';
import type { Run } from '../run.ts';
import { countField } from './search/read-range.ts';

/**
 * Whether a pull request merged inside the period is its author's first in the repository, by its id.
 * Missing: GitHub did not say, which is noted, or the author is no user.
 */
export async function firstMerges(
  run: Run,
  pulls: readonly PullRequestFacts[],
): Promise<Map<string, boolean>> {
  const byAuthor = new Map<string, PullRequestFacts[]>();
  for (const pull of pulls) {
    if (pull.author.type !== 'user' || !isMergedInside(pull, run.period)) continue;
    const key = `${pull.repository} ${pull.author.login ?? ''}`;
    byAuthor.set(key, [...(byAuthor.get(key) ?? []), pull]);
  }
  const unknown = new Map<string, Failure>();
  const answers = await Promise.all(
    [...byAuthor.values()].map(async (theirs) => {
      const ordered = theirs.sort((a, b) => mergedOrder(a) - mergedOrder(b) || a.number - b.number);
      const [first] = ordered;
      if (first === undefined) return [];
      try {
        const before = await mergedBefore(run, first);
        return ordered.map(({ id }, index) => [id, before === 0 && index === 0] as const);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        unknown.set(first.repository, error);
        return [];
      }
    }),
  );
  for (const [repository, { message }] of unknown) {
    run.note('newcomers-unknown', `Not all newcomers can be told: ${message}`, repository);
  }
  return new Map(answers.flat());
}

function mergedOrder({ mergedAt }: PullRequestFacts): number {
  return Date.parse(mergedAt ?? '');
}

/** How many of the author's were merged before the period. */
async function mergedBefore(
  { requester, period }: Run,
  { author, repository }: PullRequestFacts,
): Promise<number> {
  const merged = `is:pr is:merged author:${author.login ?? ''} merged:<${period.start}`;
  const field = countField(`repo:${repository} ${merged}`);
  return requester.ask({ ...field, dispensable: true });
}
