import { isMergedInside } from '../../../snapshot/merged-inside.ts';
import type { PullRequestFacts } from '../facts/item-facts.ts';
import type { Run } from '../run.ts';
import { findItems } from './find-items.ts';
import { divide } from './search/ranges.ts';
import type { Repository } from '../survey/repository.ts';
import { searchAll, splitSearch } from './search/search-all.ts';
import { toSeconds } from './search/seconds.ts';

/**
 * The pull requests that may have been active, checked against GitHub's own count of merged ones: if
 * any is missing, those are searched for by the date they were merged.
 */
export async function findPullRequests(
  run: Run,
  repository: Repository,
): Promise<PullRequestFacts[]> {
  const found = await findItems(run, repository, run.pullRequests);
  const { period } = run;
  const count = repository.counts.merged;
  const merged = found.filter((pull) => isMergedInside(pull, period));
  const { nameWithOwner } = repository;
  // What cannot be read is named already, and may have been one of them.
  const lost = [...run.lost].flatMap(([id, of]) => (of.repository === nameWithOwner ? id : []));
  if (new Set([...merged.map(({ id }) => id), ...lost]).size >= count) return found;
  const text = `repo:${nameWithOwner} is:pr is:merged`;
  const plan = {
    repository: nameWithOwner,
    connection: 'pullRequests' as const,
    terms: { text, by: 'merged' as const },
    bounds: divide(toSeconds(period.start), toSeconds(period.end), 12),
    count,
  };
  const wanted = { ...run.pullRequests, selection: run.pullRequests.facts };
  const missing = await searchAll(run, wanted, plan, await splitSearch(run, plan));
  return [...found, ...missing.values()];
}
