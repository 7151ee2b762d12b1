import type { Entry, Section } from './draft.ts';
import type { Edited } from './edited.ts';
import type { Homes } from './homes.ts';
import { type MustStay, type Pairing, pair } from './pair.ts';
import type { Report } from './report.ts';
import { type Standing, Standings } from './standing.ts';

export interface Decisions extends Pairing {
  /** What a joint entry is taken apart into, where the editor has dealt with some of its items. */
  parts: Map<Entry, Entry[]>;
  report: Report;
}

/**
 * Decides what becomes of every entry of the file and of the fresh draft. An entry that cites what
 * the editor has put into words, or deleted, is not written: of its other pull requests each is
 * then an entry by itself.
 *
 * @param alone the entry of one pull request by itself, if there is one
 * @param mayLack whether the facts behind the draft may lack an item that was there before
 */
export function decide(
  edited: Edited,
  fresh: readonly Entry[],
  homes: Homes,
  alone: (item: string) => Entry | undefined,
  mayLack: (item: string) => boolean,
): Decisions {
  const standings = new Standings(edited, fresh);
  const parts = new Map<Entry, Entry[]>();
  const kept: string[] = [];
  const leftOut: string[] = [];
  const changed: string[] = [];

  const having = (entry: Entry, ...wanted: Standing[]) =>
    entry.items.filter((item) => wanted.includes(standings.of(item, entry)));
  const jointOf = ({ refused }: Pairing) =>
    new Set(refused.filter((entry) => whole.has(entry) && entry.items.length > 1));
  const takeApart = (entry: Entry, items: readonly string[]): Entry[] => {
    const pulls = items.filter((item) => entry.pulls.has(item));
    const found = pulls.flatMap((item) => {
      const part = alone(item);
      if (!part) changed.push(item);
      return part ? [{ ...part, section: entry.section }] : [];
    });
    parts.set(entry, found);
    return found;
  };

  let open = fresh.flatMap((entry) => {
    const theirs = having(entry, 'theirs');
    const deleted = having(entry, 'deleted');
    if (theirs.length + deleted.length === 0) return [entry];
    kept.push(...theirs);
    leftOut.push(...deleted);
    changed.push(...theirs.filter((item) => isNews(edited, item, entry)));
    return takeApart(entry, having(entry, 'ours', 'new'));
  });
  const whole = new Set(fresh);
  // A part tells less than the entry it was taken from: it must not cost the file an item.
  const mustStay: MustStay = (item, entries) =>
    mayLack(item) || entries.some((entry) => !whole.has(entry));
  let pairing = pair(open, standings, homes, mustStay);
  for (let joint = jointOf(pairing); joint.size > 0; joint = jointOf(pairing)) {
    open = open.flatMap((entry) =>
      joint.has(entry) ? takeApart(entry, having(entry, 'ours', 'new')) : [entry],
    );
    pairing = pair(open, standings, homes, mustStay);
  }
  const { settled, replaced, removed, added } = pairing;

  const isNew = (item: string, entry: Entry) => standings.of(item, entry) === 'new';
  const written = [...replaced.values(), ...added].flatMap((entry) =>
    entry.items.map((item) => ({ item, isNew: isNew(item, entry) })),
  );
  const offered = new Set(fresh.flatMap(({ items }) => items));
  const cited = new Set(edited.citations.map(({ item }) => item));
  const taken = [...replaced.keys(), ...removed];
  const matched = new Set([...settled.values(), ...taken]);
  const left = edited.entries.filter((untouched) => !matched.has(untouched));
  const leftItems = left.flatMap(({ items }) => items);
  const lacking = leftItems.filter((item) => !offered.has(item));
  changed.push(
    ...leftItems.filter((item) =>
      fresh.some((entry) => entry.items.includes(item) && isNews(edited, item, entry)),
    ),
  );
  return {
    ...pairing,
    parts,
    report: {
      added: unique(written.filter((one) => one.isNew).map(({ item }) => item)),
      refreshed: unique(written.filter((one) => !one.isNew).map(({ item }) => item)),
      kept: unique(kept),
      leftOut: unique(leftOut),
      changed: unique(changed),
      gone: unique(lacking.filter((item) => !mayLack(item))),
      unseen: unique(lacking.filter(mayLack)),
      dropped: unique(
        taken.flatMap(({ items }) =>
          items.filter((item) => !offered.has(item) && !cited.has(item)),
        ),
      ),
    },
  };
}

/** What a section holds in order, joint entries followed by their parts. */
export function withParts({ elements }: Section, { parts }: Decisions): Section['elements'] {
  return elements.flatMap((element): Section['elements'] =>
    element.kind === 'entry' ? [element, ...(parts.get(element) ?? [])] : [element],
  );
}

/** Whether something else was generated for it before. */
function isNews({ record }: Edited, item: string, { bullet }: Entry): boolean {
  const texts = record.sections.flatMap(({ items }) => items[item] ?? []);
  return texts.length > 0 && !texts.includes(bullet.hash);
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)];
}
