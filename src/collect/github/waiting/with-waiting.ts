import { type ItemId, itemKey } from '../../../item/item-id.ts';
import type { PullRequest } from '../../../snapshot/schema.ts';
import { pullRequestAtEnd } from '../at-end/items-at-end.ts';
import { readByIds, type IdentifiedItem } from '../find/one-by-one/by-id.ts';
import { readFullPullRequest } from '../lists/full-items.ts';
import { identitiesIn } from '../people/identities.ts';
import type { RepositoryNames } from '../repository-names.ts';
import { Failure } from '../request/failures/failure.ts';
import type { Run } from '../run.ts';

/**
 * The pull requests of the period with those that wait for review and were quiet in it, as they were when
 * it ended; and the waiting ones among them.
 */
export async function withWaiting(
  run: Run,
  waiting: readonly IdentifiedItem[],
  active: readonly PullRequest[],
  names: RepositoryNames,
): Promise<{ pullRequests: PullRequest[]; waiting: ItemId[] }> {
  const known = new Set(active.map(itemKey));
  const quiet = await readQuiet(
    run,
    waiting.filter((item) => !known.has(itemKey(item))),
    names,
  );
  for (const pull of quiet) known.add(itemKey(pull));
  return {
    pullRequests: names.inOrder([...active, ...quiet]),
    waiting: waiting
      .filter((item) => known.has(itemKey(item)))
      .map(({ repository, number }) => ({ repository, number })),
  };
}

async function readQuiet(
  run: Run,
  items: readonly IdentifiedItem[],
  names: RepositoryNames,
): Promise<PullRequest[]> {
  if (items.length === 0) return [];
  const query = { ...run.pullRequests, fragment: run.pullRequests.facts };
  try {
    const found = await readByIds(run, query, items);
    const full = await Promise.all(found.map((facts) => readFullPullRequest(run, facts)));
    const identities = identitiesIn(full);
    const canonical = (name: string) => names.canonical(name);
    return full.flatMap((pull) => pullRequestAtEnd(pull, run.period, canonical, identities) ?? []);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    run.warn('waiting-cut', `Cannot read the pull requests that wait for review: ${error.brief}.`);
    return [];
  }
}
