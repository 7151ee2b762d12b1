import { contains } from '../../../period/period.ts';
import type { PullRequestFacts } from '../read/items.ts';
import { Failure } from '../request/failure.ts';
import type { Run } from '../run.ts';
import { countField } from './search.ts';

/**
 * Whether a pull request merged inside the period is its author's first in the repository, by its id.
 * Missing: GitHub did not say, or the author is no user.
 */
export async function firstMerges(
  run: Run,
  pulls: readonly PullRequestFacts[],
): Promise<Map<string, boolean>> {
  const byAuthor = new Map<string, PullRequestFacts[]>();
  for (const pull of pulls) {
    if (pull.author.type !== 'user' || !isMergedInside(run, pull)) continue;
    const key = `${pull.repository} ${pull.author.login ?? ''}`;
    byAuthor.set(key, [...(byAuthor.get(key) ?? []), pull]);
  }
  const answers = await Promise.all(
    [...byAuthor.values()].map(async (theirs) => {
      const ordered = theirs.sort((a, b) => mergedOrder(a) - mergedOrder(b) || a.number - b.number);
      const before = await mergedBefore(run, ordered[0]);
      return before === null
        ? []
        : ordered.map(({ id }, index) => [id, before === 0 && index === 0] as const);
    }),
  );
  return new Map(answers.flat());
}

function isMergedInside({ period }: Run, { mergedAt }: PullRequestFacts): boolean {
  return mergedAt !== null && contains(period, mergedAt);
}

function mergedOrder({ mergedAt }: PullRequestFacts): number {
  return Date.parse(mergedAt ?? '');
}

/** How many of the author's were merged before the period; null when GitHub does not say. */
async function mergedBefore(
  { requester, period }: Run,
  pull: PullRequestFacts | undefined,
): Promise<number | null> {
  if (pull === undefined) return null;
  const author = `author:${pull.author.login ?? ''}`;
  const text = `repo:${pull.repository} is:pr is:merged ${author} merged:<${period.start}`;
  try {
    return await requester.ask(countField(text));
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}
