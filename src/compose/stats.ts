import { contains } from '../period/period.ts';
import { mergedInside } from '../snapshot/merged-inside.ts';
import type { Act, Issue, PullRequest, Snapshot } from '../snapshot/schema.ts';
import { personKey } from '../people/person-key.ts';
import type { View } from './view/view.ts';

const contributions = new Set<Act['did']>(['opened', 'commented', 'reviewed']);

/** Counts what happened inside the period, over the items that a report may name. */
export function stats(
  period: Snapshot['period'],
  pullRequests: readonly PullRequest[],
  issues: readonly Issue[],
): View['stats'] {
  const merged = mergedInside(pullRequests, period);
  const acts = [...pullRequests, ...issues]
    .flatMap(({ activity }) => activity)
    .filter(({ did, by }) => contributions.has(did) && by.type !== 'bot');
  const authors = merged.map(({ author }) => author).filter(({ type }) => type !== 'bot');
  const inside = (instant: string | null) => instant !== null && contains(period, instant);
  return {
    contributions: acts.length,
    // The authors too: not every source knows who opened a pull request.
    contributors: new Set([...acts.map(({ by }) => by), ...authors].map(personKey)).size,
    pullsOpened: pullRequests.filter(({ createdAt }) => inside(createdAt)).length,
    pullsMerged: merged.length,
    issuesOpened: issues.filter(({ createdAt }) => inside(createdAt)).length,
    issuesClosed: issues.filter((issue) => closedInside(issue, period)).length,
  };
}

/** Whether an item was closed inside the period and still is at its end; a merged one is not. */
export function closedInside(
  { state, closedAt }: Issue | PullRequest,
  period: Snapshot['period'],
): boolean {
  return state === 'closed' && closedAt !== null && contains(period, closedAt);
}
