import { contains, type Period } from '../../../period/period.ts';
import type { IssueFacts, PullRequestFacts } from './item-facts.ts';
import type { ListPage } from './list.ts';

/** Whether anything happened inside the period, or could have, as far as the first pages show. */
export function mayBeActive(facts: IssueFacts | PullRequestFacts, period: Period): boolean {
  if (facts.createdAt >= period.end) return false;
  const dates = [facts.createdAt, facts.closedAt, 'mergedAt' in facts ? facts.mergedAt : null];
  if (dates.some((at) => at !== null && contains(period, at))) return true;
  const lists = [facts.timeline, 'commits' in facts ? facts.commits : undefined];
  return lists.some((list) => list !== undefined && mayHold(list, period));
}

function mayHold(page: ListPage<{ at: string }> | null, period: Period): boolean {
  if (page === null || page.holes > 0) return true;
  if (page.nodes.some(({ at }) => contains(period, at))) return true;
  const last = page.nodes.at(-1);
  return page.hasNextPage && (last === undefined || last.at < period.end);
}
