import type { DraftEntry } from '../../report/draft/draft.ts';
import type { UntouchedEntry } from '../match/edited-report.ts';
import type { Pairing } from '../match/pair.ts';
import type { EntryChange } from './planned-change.ts';

type Part =
  | { kind: 'replaced'; pair: [UntouchedEntry, DraftEntry] }
  | { kind: 'removed'; untouched: UntouchedEntry }
  | { kind: 'added'; entry: DraftEntry };

/** What a pairing changes, in pieces that have no items in common. */
export function entryChanges({ replaced, removed, added }: Pairing): EntryChange[] {
  const parts: Part[] = [
    ...[...replaced].map((pair): Part => ({ kind: 'replaced', pair })),
    ...[...added].map((entry): Part => ({ kind: 'added', entry })),
    ...removed.map((untouched): Part => ({ kind: 'removed', untouched })),
  ];
  const parents = new Map<string, string>();
  const rootOf = (item: string): string => {
    let at = item;
    for (let next = parents.get(at); next !== undefined; next = parents.get(at)) {
      // The next way there is short.
      const above = parents.get(next);
      if (above !== undefined) parents.set(at, above);
      at = next;
    }
    return at;
  };
  for (const [first = '', ...others] of parts.map(itemsOf)) {
    for (const item of others) {
      const [one, other] = [rootOf(first), rootOf(item)];
      if (one !== other) parents.set(other, one);
    }
  }
  const changes = new Map<unknown, EntryChange>();
  for (const part of parts) {
    const items = itemsOf(part);
    const [subject] = items;
    const key = subject === undefined ? part : rootOf(subject);
    const change = changes.get(key) ?? newChange();
    changes.set(key, change);
    if (part.kind === 'replaced') change.replaced.push(part.pair);
    else if (part.kind === 'removed') change.removed.push(part.untouched);
    else change.added.push(part.entry);
  }
  return [...changes.values()].map((change) => ({ ...change, items: itemsIn(change) }));
}

function newChange(): EntryChange {
  return { kind: 'entries', items: [], replaced: [], removed: [], added: [] };
}

function itemsOf(part: Part): string[] {
  if (part.kind === 'added') return part.entry.items;
  if (part.kind === 'removed') return part.untouched.items;
  const [untouched, entry] = part.pair;
  return [...entry.items, ...untouched.items];
}

function itemsIn({ replaced, removed, added }: EntryChange): string[] {
  const all = [...replaced.flatMap(([one, entry]) => [entry, one]), ...added, ...removed];
  return [...new Set(all.flatMap(({ items }) => items))];
}
