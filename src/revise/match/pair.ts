import type { DraftEntry } from '../../report/draft/draft.ts';
import type { Bullet } from '../../report/outline.ts';
import { hashesOf } from '../../report/record/as-read.ts';
import type { UntouchedEntry } from './edited-report.ts';
import { type EntryGroup, groupEntries } from './entry-groups.ts';
import type { Ownerships } from './ownership.ts';
import { spareEntries } from './spare-entries.ts';
import type { Stays } from './stays.ts';

/** Which fresh entry replaces which entry of the file. */
export interface Pairing {
  /** Fresh entries that are in the file already, word for word. */
  settled: Map<DraftEntry, UntouchedEntry>;
  /** Untouched entries and the fresh ones that replace them. */
  replaced: Map<UntouchedEntry, DraftEntry>;
  /** Untouched entries that are part of another now, or belong in another section. */
  removed: UntouchedEntry[];
  /** Fresh entries to insert. */
  added: Set<DraftEntry>;
  /** Fresh entries that would cost the file an item: the entries there stay. */
  refused: DraftEntry[];
  /** Those of them that would replace an entry with such an item; the others only share items with them. */
  costly: DraftEntry[];
}

/** Whether these entries, which lack an item of an entry of the file, must not replace it. */
export type MustStay = (
  item: string,
  untouched: UntouchedEntry,
  entries: readonly DraftEntry[],
) => boolean;

/** Pairs fresh entries, none of which cites an item of the editor's, with the untouched entries of the file. */
export function pair(
  fresh: readonly DraftEntry[],
  ownerships: Ownerships,
  stays: Stays,
  mustStay: MustStay,
): Pairing {
  const pairing: Pairing = {
    settled: new Map(),
    replaced: new Map(),
    removed: [],
    added: new Set(),
    refused: [],
    costly: [],
  };
  const taken = new Set<UntouchedEntry>();
  const open = fresh.filter((entry) => {
    const same = ownerships
      .replaced(entry)
      .find(
        (one) =>
          one.section === entry.section &&
          readSame(one.bullet, entry.bullet) &&
          !taken.has(one) &&
          stays(one, entry),
      );
    if (!same) return true;
    taken.add(same);
    pairing.settled.set(entry, same);
    return false;
  });
  const groups = groupEntries(open, (entry) =>
    ownerships.replaced(entry).filter((untouched) => !taken.has(untouched)),
  );
  const unpaired: Unpaired = { own: [], spare: [] };
  for (const group of groups) pairGroup(group, pairing, stays, mustStay, unpaired);
  addUnpaired(unpaired, pairing, ownerships);
  return pairing;
}

/** Fresh entries that replace nothing. */
interface Unpaired {
  own: DraftEntry[];
  /** Those for which the file has too few entries of their subjects. */
  spare: DraftEntry[];
}

/**
 * Adds fresh entries, except those of an item that the section has in as many entries as are untouched:
 * the editor has reworded or deleted another.
 */
function addUnpaired(
  { own, spare }: Unpaired,
  { settled, replaced, added }: Pairing,
  ownerships: Ownerships,
): void {
  const present = new Map<string, number>();
  const countOf = (item: string, section: string) => present.get(`${item} ${section}`) ?? 0;
  const count = ({ items, section }: DraftEntry) => {
    for (const item of items) present.set(`${item} ${section}`, countOf(item, section) + 1);
  };
  for (const entry of [...settled.keys(), ...replaced.values()]) count(entry);
  for (const entry of [...own, ...spare]) {
    const { items, section } = entry;
    const [subject = ''] = items;
    const isTheEditors =
      ownerships.wasOffered(subject, section) &&
      countOf(subject, section) >= ownerships.replacedFor(subject, section).length &&
      items.every((item) => countOf(item, section) > 0);
    if (isTheEditors) continue;
    added.add(entry);
    count(entry);
  }
}

function readSame(one: Bullet, other: Bullet): boolean {
  const hashes = hashesOf(other);
  return hashesOf(one).some((hash) => hashes.includes(hash));
}

function pairGroup(
  { entries, untouched }: EntryGroup,
  pairing: Pairing,
  stays: Stays,
  mustStay: MustStay,
  unpaired: Unpaired,
): void {
  const covered = new Set(entries.flatMap(({ items }) => items));
  const losing = untouched.filter((one) =>
    one.items.some((item) => !covered.has(item) && mustStay(item, one, entries)),
  );
  if (losing.length > 0) {
    const kept = new Set(losing.flatMap(({ items }) => items));
    for (const entry of entries) {
      pairing.refused.push(entry);
      if (entry.items.some((item) => kept.has(item))) pairing.costly.push(entry);
    }
    return;
  }

  const free = new Set(untouched);
  const byItem = new Map<string, Set<UntouchedEntry>>();
  for (const one of untouched) {
    for (const item of one.items) byItem.set(item, (byItem.get(item) ?? new Set()).add(one));
  }
  const order = new Map(untouched.map((one, index) => [one, index]));
  const firstOf = (fitting: Iterable<UntouchedEntry>, entry: DraftEntry) => {
    let first: UntouchedEntry | undefined;
    for (const one of fitting) {
      const isEarlier = !first || (order.get(one) ?? 0) < (order.get(first) ?? 0);
      if (isEarlier && stays(one, entry)) first = one;
    }
    return first;
  };
  const spare = spareEntries(entries, untouched);
  for (const entry of entries) {
    if (spare.has(entry)) {
      unpaired.spare.push(entry);
      continue;
    }
    const [subject = ''] = entry.items;
    const replaced =
      firstOf(byItem.get(subject) ?? [], entry) ??
      firstOf(
        entry.items.flatMap((item) => [...(byItem.get(item) ?? [])]),
        entry,
      );
    if (!replaced) {
      unpaired.own.push(entry);
      continue;
    }
    pairing.replaced.set(replaced, entry);
    free.delete(replaced);
    for (const item of replaced.items) byItem.get(item)?.delete(replaced);
  }
  for (const one of free) pairing.removed.push(one);
}
