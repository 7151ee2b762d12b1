import { labelAmong } from '../categorise/match.ts';
import type { Config } from '../config/schema/schema.ts';
import { itemKey } from '../item/item-id.ts';
import type { Issue, PullRequest, Snapshot } from '../snapshot/schema.ts';
import { rank } from './rank.ts';

/**
 * What needs help: the pull requests that wait longest for review, and the open issues for newcomers that
 * were active, the most active first. Among those that a report may name.
 */
export function helpWanted(
  { waiting = [] }: Snapshot,
  pullRequests: readonly PullRequest[],
  issues: readonly Issue[],
  { labels, limits }: Config,
): { pulls: PullRequest[]; issues: Issue[] } {
  const known = new Map(pullRequests.map((pull) => [itemKey(pull), pull]));
  const pulls = waiting.flatMap((id) => known.get(itemKey(id)) ?? []);
  const forNewcomers = labelAmong(labels.help);
  const active = issues.filter(
    ({ state, activity, labels: own }) =>
      state === 'open' && activity.length > 0 && forNewcomers(own) !== null,
  );
  return {
    pulls: pulls.filter(({ author }) => author.type !== 'bot').slice(0, limits.help),
    issues: rank(active).slice(0, limits.help),
  };
}
