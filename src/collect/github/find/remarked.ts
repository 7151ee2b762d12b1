import { instantOf } from '../../../period/instant.ts';
import { isMergedInside } from '../../../snapshot/merged-inside.ts';
import { datesOf } from '../facts/item-dates.ts';
import type { PullRequestFacts } from '../facts/item-facts.ts';
import { Failure } from '../request/failures/failure.ts';
import type { Run } from '../run.ts';
import { toSeconds } from '../survey/seconds.ts';
import { remarkTerms, type SurveyedRepository } from '../survey/survey-repository.ts';
import { searchLag } from './recently-updated.ts';
import { divideTime } from './search/ranges.ts';
import { searchAll, splitSearch } from './search/search-all.ts';

/**
 * The ids of merged pull requests with a comment that may have a line for the changelog. Search finds
 * them, so that the texts of all other comments need not be read.
 */
export async function findRemarked(
  run: Run,
  { nameWithOwner, counts: { remarked: count } }: SurveyedRepository,
): Promise<string[]> {
  if (count === 0) return [];
  const { start, end } = run.period;
  const plan = {
    repository: nameWithOwner,
    connection: 'pullRequests' as const,
    terms: { text: `repo:${nameWithOwner} ${remarkTerms}`, by: 'merged' as const },
    bounds: divideTime(toSeconds(start), toSeconds(end), 12),
    count,
  };
  const type = 'PullRequest' as const;
  const query = { type, operation: 'Listing' as const, fragment: datesOf(type) };
  try {
    const found = await searchAll(run, query, plan, await splitSearch(run, plan));
    return [...found.keys()];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const message = `Cannot find the comments with lines for the changelog: ${error.message}`;
    run.warn('list-cut', message, nameWithOwner);
    return [];
  }
}

/** Whether somebody commented so recently that search may not know it yet. */
export function isRemarkedLately(pull: PullRequestFacts, { now, period }: Run): boolean {
  const horizon = instantOf(Date.parse(now) - searchLag);
  if (!isMergedInside(pull, period) || horizon >= period.end) return false;
  const { timeline } = pull;
  // A longer timeline may have comments further on.
  if (timeline === null || timeline.hasNextPage) return true;
  return timeline.nodes.some(
    (entry) =>
      'did' in entry &&
      entry.did === 'commented' &&
      entry.by.type === 'user' &&
      entry.at >= horizon,
  );
}
