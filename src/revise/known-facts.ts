import { commitKey, itemKey } from '../item/item-id.ts';
import {
  type ItemMemory,
  offeredItems,
  type ReportRecord,
  recordVersion,
} from '../report/record/record.ts';
import { hashText } from '../report/record/hash-text.ts';
import { contains } from '../period/period.ts';
import type { Snapshot } from '../snapshot/schema.ts';

/** What the facts behind a draft say about items (`owner/name#number` or `owner/name@hash`, lower case), shown in it or not. */
export interface KnownFacts {
  has: (item: string) => boolean;
  /** Whether the facts may lack it only because they are incomplete. */
  mayLack: (item: string) => boolean;
  /** Null when the facts lack it. */
  of: (item: string) => ItemFacts | null;
  /** Whether they were collected inside the period, so that states can still change. */
  isOngoing: boolean;
}

/** What an entry may be out of date about. */
export interface ItemFacts {
  state: ItemMemory['state'];
  title: string;
  note: string | null;
  /** The pull requests, or else the commits, that take it back. */
  revertedBy: string[];
}

export function knownFacts(snapshot: Snapshot): KnownFacts {
  const { complete, pullRequests, issues, collected, period } = snapshot;
  const known = new Map<string, Omit<ItemFacts, 'revertedBy'>>();
  for (const { state, title, note, ...id } of pullRequests)
    known.set(itemKey(id), { state: state === 'closed' ? 'unmerged' : state, title, note });
  for (const { state, stateReason, title, ...id } of issues) {
    const isUndone = stateReason === 'not_planned' || stateReason === 'duplicate';
    known.set(itemKey(id), { state: isUndone ? stateReason : state, title, note: null });
  }
  for (const { title, ...commit } of snapshot.commits)
    known.set(commitKey(commit), { state: 'merged', title, note: null });
  const revertedBy = reverts(snapshot);
  return {
    has: (item) => known.has(item),
    mayLack: (item) => !complete && !known.has(item),
    of: (item) => {
      const facts = known.get(item);
      return facts ? { ...facts, revertedBy: revertedBy.get(item) ?? [] } : null;
    },
    isOngoing: collected.at !== null && contains(period, collected.at),
  };
}

/** What takes an item back, by the item. */
function reverts({ pullRequests, commits }: Snapshot): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (by: string, references: Snapshot['commits'][number]['references']) => {
    for (const { relation, ...id } of references)
      if (relation === 'reverts') found.set(itemKey(id), [...(found.get(itemKey(id)) ?? []), by]);
  };
  for (const pull of pullRequests) if (pull.state === 'merged') add(itemKey(pull), pull.references);
  for (const commit of commits) add(commitKey(commit), commit.references);
  return found;
}

/** A record that remembers the facts about its items, if they can still change. */
export function withMemory(record: ReportRecord, facts: KnownFacts): ReportRecord {
  if (!facts.isOngoing) return record;
  return { ...record, version: recordVersion, facts: memoriesOf(offeredItems(record), facts) };
}

/** What a record remembers of items, to tell later what has changed. */
export function memoriesOf(
  items: readonly string[],
  facts: KnownFacts,
): Record<string, ItemMemory> {
  return Object.fromEntries(
    items.flatMap((item): [string, ItemMemory][] => {
      const found = facts.of(item);
      return found ? [[item, memoryOf(found)]] : [];
    }),
  );
}

function memoryOf({ state, title, note, revertedBy }: ItemFacts): ItemMemory {
  return {
    state,
    title: hashText(title),
    ...(note !== null && { note: hashText(note) }),
    ...(revertedBy.length > 0 && { reverted: true }),
  };
}
