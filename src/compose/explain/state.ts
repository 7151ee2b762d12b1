import type { Explanation } from './explanation.ts';
import { plainText } from '../../markdown/plain-text.ts';
import type { Issue, PullRequest, Snapshot } from '../../snapshot/schema.ts';

/** A snapshot of the period, and the item's present state, if it was collected. */
export interface ThenAndNow {
  snapshot: Snapshot;
  today: PullRequest | Issue | null;
}

/** The state of an item at the end of the period, and what happened to it later. */
export function stateOf({ item }: Pick<Explanation, 'item'>, known: ThenAndNow): string {
  const { state, closedAt } = item;
  if ('mergedAt' in item && item.mergedAt !== null) {
    return `merged ${item.mergedAt}${item.base === null ? '' : ` into ${plainText(item.base)}`}`;
  }
  if (state === 'closed' && closedAt !== null) return `closed ${closedAt}${reasonOf(item)}`;
  const atEnd =
    state === 'unknown' ? 'unknown at the end of the period' : `${state} at the end of the period`;
  const later = laterState(known);
  const draft = 'draft' in item && item.draft === true ? ', a draft' : '';
  return `${atEnd}${draft}${later === null ? '' : `; ${later}`}`;
}

/** A closed issue may not be done. */
function reasonOf(item: PullRequest | Issue): string {
  const reason = 'stateReason' in item ? item.stateReason : null;
  if (reason === null || reason === 'completed') return '';
  return reason === 'duplicate' ? ' as a duplicate' : ' as not planned';
}

/** What happened to an item after the period, which a snapshot doesn't have; null when nothing did. */
export function laterState({ snapshot: { period }, today }: ThenAndNow): string | null {
  if (!today) return null;
  const changes = {
    merged: 'mergedAt' in today ? today.mergedAt : null,
    closed: today.closedAt,
    opened: today.createdAt,
  };
  const later = Object.entries(changes).find(([, at]) => at !== null && at >= period.end);
  return later ? `${later[0]} ${later[1] ?? ''}, after the period` : null;
}
