import type { Entry, Section } from '../report/draft.ts';
import type { Edited } from './match/edited.ts';
import type { Homes } from './match/homes.ts';
import type { KnownFacts } from './known-facts.ts';
import { type MustStay, type Pairing, pair } from './match/pair.ts';
import { type Report, reportOf } from './report.ts';
import { Standings } from './match/standing.ts';

export interface Decisions extends Pairing {
  /** What a joint entry is taken apart into, where it cannot be written as a whole. */
  parts: Map<Entry, Entry[]>;
  report: Omit<Report, 'again'>;
}

/**
 * Decides what becomes of every entry of the file and of the fresh draft. An entry that cites what
 * the editor has put into words, or deleted, is not written, nor is one that would cost the file an
 * item: of its other pull requests each is then an entry by itself.
 *
 * @param alone the entry of one pull request by itself, if there is one
 */
export function decide(
  edited: Edited,
  fresh: readonly Entry[],
  homes: Homes,
  alone: (item: string) => Entry | undefined,
  facts: KnownFacts,
): Decisions {
  const standings = new Standings(edited, fresh);
  const parts = new Map<Entry, Entry[]>();
  const takeApart = (entry: Entry): Entry[] => {
    const pulls = standings.having(entry, 'ours', 'new').filter((item) => entry.pulls.has(item));
    const found = pulls.flatMap((item) => alone(item) ?? []);
    const own = found.map((part) => ({ ...part, section: entry.section }));
    parts.set(entry, own);
    return own;
  };
  const isEditors = (entry: Entry) => standings.having(entry, 'theirs', 'deleted').length > 0;

  const whole = new Set(fresh);
  // A part tells less than the entry it was taken from: it must not cost the file an item.
  // Nor may an entry vanish whose subject has: that is the editor's to see.
  const mustStay: MustStay = (item, { items: [subject] }, entries) =>
    facts.mayLack(item) ||
    (item === subject && !facts.has(item)) ||
    entries.some((entry) => !whole.has(entry));
  const isJoint = (entry: Entry) => whole.has(entry) && entry.items.length > 1;
  const refusedBy = ({ costly, refused }: Pairing): Entry[] => {
    const causes = costly.filter(isJoint);
    return causes.length > 0 ? causes : refused.filter(isJoint);
  };

  let open = fresh.flatMap((entry) => (isEditors(entry) ? takeApart(entry) : [entry]));
  let pairing = pair(open, standings, homes, mustStay);
  for (let joint = refusedBy(pairing); joint.length > 0; joint = refusedBy(pairing)) {
    const apart = new Set(joint);
    open = open.flatMap((entry) => (apart.has(entry) ? takeApart(entry) : [entry]));
    pairing = pair(open, standings, homes, mustStay);
  }
  return {
    ...pairing,
    parts,
    report: reportOf(edited, fresh, standings, pairing, parts, homes, facts),
  };
}

/** What a section holds in order, joint entries followed by their parts. */
export function withParts({ elements }: Section, { parts }: Decisions): Section['elements'] {
  return elements.flatMap((element): Section['elements'] =>
    element.kind === 'entry' ? [element, ...(parts.get(element) ?? [])] : [element],
  );
}
