import type { Entry } from '../../report/draft.ts';
import type { Untouched } from './edited.ts';
import type { Homes } from './homes.ts';
import type { Standings } from './standing.ts';

/** Which fresh entry takes the place of which entry of the file. */
export interface Pairing {
  /** Fresh entries that stand there already, as they are. */
  settled: Map<Entry, Untouched>;
  /** Fresh entries in the place of untouched ones. */
  replaced: Map<Untouched, Entry>;
  /** Untouched entries that are part of another now, or belong into another section. */
  removed: Untouched[];
  /** Fresh entries to insert. */
  added: Set<Entry>;
  /** Fresh entries that cannot come in without costing the file an item: what stands there stays. */
  refused: Entry[];
  /** Those of them that would take the place of what has such an item; the others only share with them. */
  costly: Entry[];
}

/** Fresh entries and untouched ones that share items, directly or through others. */
interface Group {
  entries: Entry[];
  untouched: Untouched[];
}

/** Whether an item that stands in an entry of the file must not be lost to these entries, though none of them has it. */
export type MustStay = (item: string, untouched: Untouched, entries: readonly Entry[]) => boolean;

/** Pairs fresh entries, none of which cites what is the editor's, with the untouched entries of the file. */
export function pair(
  fresh: readonly Entry[],
  standings: Standings,
  homes: Homes,
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
  const taken = new Set<Untouched>();
  const open = fresh.filter((entry) => {
    const same = standings
      .replaced(entry)
      .find(
        ({ section, bullet }) => section === entry.section && bullet.hash === entry.bullet.hash,
      );
    if (!same) return true;
    taken.add(same);
    pairing.settled.set(entry, same);
    return false;
  });
  const groups = groupsOf(open, (entry) =>
    standings.replaced(entry).filter((untouched) => !taken.has(untouched)),
  );
  for (const group of groups) pairGroup(group, pairing, homes, mustStay);
  return pairing;
}

function pairGroup(
  { entries, untouched }: Group,
  pairing: Pairing,
  homes: Homes,
  mustStay: MustStay,
): void {
  const covered = new Set(entries.flatMap(({ items }) => items));
  const losing = untouched.filter((one) =>
    one.items.some((item) => !covered.has(item) && mustStay(item, one, entries)),
  );
  if (losing.length > 0) {
    const kept = new Set(losing.flatMap(({ items }) => items));
    pairing.refused.push(...entries);
    pairing.costly.push(...entries.filter(({ items }) => items.some((item) => kept.has(item))));
    return;
  }

  const free = new Set(untouched);
  const stays = staysIn(homes);
  for (const entry of entries) {
    const [subject] = entry.items;
    const fitting = [...free].filter(
      (one) => one.items.some((item) => entry.items.includes(item)) && stays(one, entry),
    );
    const place = fitting.find(({ items }) => items.includes(subject ?? '')) ?? fitting[0];
    if (!place) {
      pairing.added.add(entry);
      continue;
    }
    pairing.replaced.set(place, entry);
    free.delete(place);
  }
  pairing.removed.push(...free);
}

/**
 * Whether the editor's file has an entry where a fresh one may take its place: where the editor put
 * it, unless it is the facts that moved it to another section since.
 */
function staysIn(homes: Homes) {
  return ({ bullet, section }: Untouched, entry: Entry): boolean => {
    const here = bullet.list.block.region;
    return (
      section === entry.section ||
      homes(section)?.region !== here ||
      homes(entry.section)?.region === here
    );
  };
}

function groupsOf(
  entries: readonly Entry[],
  sharing: (entry: Entry) => readonly Untouched[],
): Group[] {
  const groupOf = new Map<Untouched, Group>();
  const groups = new Set<Group>();
  for (const entry of entries) {
    const shared = sharing(entry);
    const joined = new Set(shared.flatMap((untouched) => groupOf.get(untouched) ?? []));
    const others = [...joined];
    const group: Group = {
      entries: [...others.flatMap((other) => other.entries), entry],
      untouched: [...new Set([...others.flatMap((other) => other.untouched), ...shared])],
    };
    for (const other of others) groups.delete(other);
    for (const untouched of group.untouched) groupOf.set(untouched, group);
    groups.add(group);
  }
  return [...groups];
}
