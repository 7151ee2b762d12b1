import { isMergedInside } from '../../../snapshot/merged-inside.ts';
import type { PullRequestFacts } from '../facts/item-facts.ts';
import { Failure } from '../request/failures/failure.ts';
import type { Run } from '../run.ts';
import { countField } from '../survey/count-field.ts';

/**
 * Whether a pull request merged inside the period is its author's first in the repository, by id. Has
 * no entry for authors that aren't users, nor after a failure, which is a warning.
 */
export async function firstMerges(
  run: Run,
  pulls: readonly PullRequestFacts[],
): Promise<Map<string, boolean>> {
  const byAuthor = new Map<string, PullRequestFacts[]>();
  for (const pull of pulls) {
    const { type, login } = pull.author;
    // The account of an import has only a name, which GitHub can't search for.
    if (type !== 'user' || login === null || !isMergedInside(pull, run.period)) continue;
    const key = `${pull.repository} ${login}`;
    byAuthor.set(key, [...(byAuthor.get(key) ?? []), pull]);
  }
  const unanswered = new Map<string, Failure>();
  const answers = await Promise.all(
    [...byAuthor.values()].map(async (theirs) => {
      const ordered = theirs.sort((a, b) => mergeTime(a) - mergeTime(b) || a.number - b.number);
      const [first] = ordered;
      if (first === undefined) return [];
      try {
        const before = await countMergedBefore(run, first);
        return ordered.map(({ id }, index) => [id, before === 0 && index === 0] as const);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        unanswered.set(first.repository, error);
        return [];
      }
    }),
  );
  for (const [repository, { message }] of unanswered) {
    run.warn('newcomers-unknown', `Cannot identify all newcomers: ${message}`, repository);
  }
  return new Map(answers.flat());
}

function mergeTime({ mergedAt }: PullRequestFacts): number {
  return Date.parse(mergedAt ?? '');
}

/** How many of the author's pull requests were merged before the period. */
async function countMergedBefore(
  { requester, period }: Run,
  { author, repository }: PullRequestFacts,
): Promise<number> {
  const merged = `is:pr is:merged author:${author.login ?? ''} merged:<${period.start}`;
  const field = countField(`repo:${repository} ${merged}`);
  return requester.ask({ ...field, optional: true });
}
