import { type ItemId, itemKey } from '../item/item-id.ts';
import { compareTexts } from '../period/instant.ts';
import { mergedInside } from '../snapshot/merged-inside.ts';
import type { DirectCommit, PullRequest, Reference, Snapshot } from '../snapshot/schema.ts';

/** A pull request, or a commit without one, that takes others back. */
export type Reverting = PullRequest | DirectCommit;

/** `owner/name#12`, or `owner/name@` and the hash of a commit; the repository in lower case. */
export function changeKey(change: ItemId | Pick<DirectCommit, 'repository' | 'hash'>): string {
  return 'number' in change ? itemKey(change) : `${change.repository.toLowerCase()}@${change.hash}`;
}

/** By key of a pull request: what takes it back inside the period, oldest first. */
export type RevertedBy = ReadonlyMap<string, readonly Reverting[]>;

/** The pull requests merged inside the period that others take back inside it, and those that do. */
export function findReverts(snapshot: Snapshot): RevertedBy {
  const revertedBy = new Map<string, Reverting[]>();
  for (const change of changesOf(snapshot)) {
    for (const target of revertsOf(change)) {
      const key = itemKey(target);
      revertedBy.set(key, [...(revertedBy.get(key) ?? []), change]);
    }
  }
  return revertedBy;
}

/**
 * Pairs each pull request with what takes it back inside the period, by their keys. The newest revert
 * comes first, so that of a change, its revert and the revert of that, the change stays.
 */
export function revertPairs(snapshot: Snapshot): ReadonlyMap<string, string> {
  const changes = changesOf(snapshot);
  const keys = new Set(changes.map(changeKey));
  const pairs = new Map<string, string>();
  for (const change of changes.toReversed()) {
    const key = changeKey(change);
    const targets = revertsOf(change).map((target) => itemKey(target));
    // One that takes back something else as well stays.
    if (pairs.has(key) || targets.length === 0) continue;
    if (!targets.every((target) => keys.has(target) && !pairs.has(target))) continue;
    pairs.set(key, targets.join(', '));
    for (const target of targets) pairs.set(target, key);
  }
  return pairs;
}

export function revertsOf({ references }: Pick<Reverting, 'references'>): Reference[] {
  return references.filter(({ relation }) => relation === 'reverts');
}

function changesOf({ pullRequests, commits, period }: Snapshot): Reverting[] {
  const merged = mergedInside(pullRequests, period);
  return [...merged, ...commits].toSorted((a, b) => compareTexts(timeOf(a), timeOf(b)));
}

function timeOf(change: Reverting): string {
  return 'number' in change ? (change.mergedAt ?? '') : change.at;
}
