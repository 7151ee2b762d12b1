import type { DraftElement, DraftEntry, DraftSection } from '../report/draft/draft.ts';
import type { KnownFacts } from './known-facts.ts';
import type { EditedReport } from './match/edited-report.ts';
import { Ownerships } from './match/ownership.ts';
import { type MustStay, type Pairing, pair } from './match/pair.ts';
import type { PlaceOf } from './match/section-places.ts';
import type { SingleOf } from './match/single-entries.ts';

export interface Decisions extends Pairing {
  ownerships: Ownerships;
  /** The entries of single pull requests that replace a joint entry which can't be written as one. */
  parts: Map<DraftEntry, DraftEntry[]>;
}

/**
 * Decides the fate of every entry of the file and of the fresh draft. A joint entry is split into its
 * pull requests where the editor has reworded or deleted one of its items, or where writing it would
 * cost the file an item.
 *
 * @param single finds the separate entries of pull requests
 */
export function decide(
  edited: EditedReport,
  fresh: readonly DraftEntry[],
  placeOf: PlaceOf,
  single: SingleOf,
  facts: KnownFacts,
): Decisions {
  const ownerships = new Ownerships(edited, fresh);
  const parts = new Map<DraftEntry, DraftEntry[]>();
  const split = (entry: DraftEntry): DraftEntry[] => {
    const found = splittable(entry, ownerships).flatMap((item) => single(item, entry) ?? []);
    const own = found.map((part) => ({ ...part, section: entry.section }));
    parts.set(entry, own);
    return own;
  };
  const isEditors = (entry: DraftEntry) =>
    ownerships.itemsOf(entry, 'theirs', 'deleted').length > 0;

  const unsplit = new Set(fresh);
  // A part has fewer items than the entry it was split from: it must not cost the file one. Nor may
  // an entry vanish because the facts lack its subject: the editor has to see that.
  const mustStay: MustStay = (item, { items: [subject] }, entries) =>
    facts.mayLack(item) ||
    (item === subject && !facts.has(item)) ||
    entries.some((entry) => !unsplit.has(entry));
  const isJoint = (entry: DraftEntry) => unsplit.has(entry) && entry.items.length > 1;
  const refusedIn = ({ costly, refused }: Pairing): DraftEntry[] => {
    const causes = costly.filter(isJoint);
    return causes.length > 0 ? causes : refused.filter(isJoint);
  };

  let open = fresh.flatMap((entry) => (isEditors(entry) ? split(entry) : [entry]));
  let pairing = pair(open, ownerships, placeOf, mustStay);
  for (let joint = refusedIn(pairing); joint.length > 0; joint = refusedIn(pairing)) {
    const refused = new Set(joint);
    open = open.flatMap((entry) => (refused.has(entry) ? split(entry) : [entry]));
    pairing = pair(open, ownerships, placeOf, mustStay);
  }
  return { ...pairing, ownerships, parts };
}

/** The pull requests of a joint entry that may be separate entries. */
function splittable(entry: DraftEntry, ownerships: Ownerships): string[] {
  return ownerships.itemsOf(entry, 'ours', 'new').filter((item) => entry.pulls.has(item));
}

/** The elements of a section in order, joint entries followed by their parts. */
export function withParts({ elements }: DraftSection, { parts }: Decisions): DraftElement[] {
  return elements.flatMap((element): DraftElement[] =>
    element.kind === 'entry' ? [element, ...(parts.get(element) ?? [])] : [element],
  );
}
