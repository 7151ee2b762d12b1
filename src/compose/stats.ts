import { contains } from '../period/period.ts';
import { mergedInside } from '../snapshot/merged-inside.ts';
import type { Act, Issue, PullRequest, Snapshot } from '../snapshot/schema.ts';
import { personKey } from '../people/person-key.ts';
import type { OwnStats } from './view/stats-schema.ts';

const contributions = new Set<Act['did']>(['opened', 'commented', 'reviewed']);
const hour = 60 * 60 * 1_000;

/** Counts what happened inside the period, over the items that a report may name. */
export function stats(
  period: Snapshot['period'],
  pullRequests: readonly PullRequest[],
  issues: readonly Issue[],
): OwnStats {
  const merged = mergedInside(pullRequests, period);
  const opened = <Item extends PullRequest | Issue>(items: readonly Item[]) =>
    items.filter(({ createdAt }) => createdAt !== null && contains(period, createdAt));
  const closed = (items: readonly (PullRequest | Issue)[]) =>
    items.filter((item) => closedInside(item, period));
  const acts = [...pullRequests, ...issues]
    .flatMap(({ activity }) => activity)
    .filter(({ did, by }) => contributions.has(did) && by.type !== 'bot');
  const authors = merged.filter((pull) => !isByBot(pull)).map(({ author }) => author);
  const pullsOpened = opened(pullRequests);
  return {
    contributions: acts.length,
    // The authors too: not every source knows who opened a pull request.
    contributors: new Set([...acts.map(({ by }) => by), ...authors].map(personKey)).size,
    pullsOpened: pullsOpened.length,
    pullsMerged: merged.length,
    pullsClosed: closed(pullRequests).length,
    issuesOpened: opened(issues).length,
    issuesClosed: closed(issues).length,
    bots: {
      pullsOpened: pullsOpened.filter(isByBot).length,
      pullsMerged: merged.filter(isByBot).length,
    },
    hoursToMerge: medianHours(merged.filter((pull) => !isByBot(pull))),
  };
}

/** Whether an item was closed inside the period and still is at its end; a merged one is not. */
export function closedInside(
  { state, closedAt }: Issue | PullRequest,
  period: Pick<Snapshot['period'], 'start' | 'end'>,
): boolean {
  return state === 'closed' && closedAt !== null && contains(period, closedAt);
}

function isByBot({ author }: PullRequest): boolean {
  return author.type === 'bot';
}

/** From opening to merging, to a tenth of an hour; null when no opening is known. */
function medianHours(merged: readonly PullRequest[]): number | null {
  const times = merged
    .flatMap(({ createdAt, mergedAt }) =>
      createdAt === null || mergedAt === null ? [] : Date.parse(mergedAt) - Date.parse(createdAt),
    )
    // An imported pull request may be merged before it was opened.
    .filter((time) => time >= 0)
    .sort((a, b) => a - b);
  const [lower, upper] = [times[(times.length - 1) >> 1], times[times.length >> 1]];
  if (lower === undefined || upper === undefined) return null;
  return Math.round(((lower + upper) / 2 / hour) * 10) / 10;
}
