import { mergedInside } from '../../../snapshot/merged-inside.ts';
import type { PullRequestFacts } from '../facts/item-facts.ts';
import type { Run } from '../run.ts';
import type { SurveyedRepository } from '../survey/survey-repository.ts';
import { findItems } from './find-items.ts';
import { divideTime } from './search/ranges.ts';
import { searchAll, splitSearch } from './search/search-all.ts';
import { toSeconds } from '../survey/seconds.ts';

/**
 * The pull requests that may have been active. When there are fewer merged ones than GitHub counts,
 * also searches for those by the date of the merge.
 */
export async function findPullRequests(
  run: Run,
  repository: SurveyedRepository,
): Promise<PullRequestFacts[]> {
  const found = await findItems(run, repository, run.pullRequests);
  const { period } = run;
  const count = repository.counts.merged;
  const merged = mergedInside(found, period);
  const { nameWithOwner } = repository;
  // An unreadable item has its warning already, and may be one of them.
  const unreadable = [...run.unreadable].flatMap(([id, item]) =>
    item.repository === nameWithOwner ? id : [],
  );
  if (new Set([...merged.map(({ id }) => id), ...unreadable]).size >= count) return found;
  const text = `repo:${nameWithOwner} is:pr is:merged`;
  const plan = {
    repository: nameWithOwner,
    connection: 'pullRequests' as const,
    terms: { text, by: 'merged' as const },
    bounds: divideTime(toSeconds(period.start), toSeconds(period.end), 12),
    count,
  };
  const query = { ...run.pullRequests, fragment: run.pullRequests.facts };
  const missing = await searchAll(run, query, plan, await splitSearch(run, plan));
  return [...found, ...missing.values()];
}
