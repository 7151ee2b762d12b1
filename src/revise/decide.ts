import {
  type DraftElement,
  type DraftEntry,
  type DraftLeaf,
  entriesIn,
} from '../report/draft/draft.ts';
import type { KnownFacts } from './known-facts.ts';
import type { EditedReport, UntouchedEntry } from './match/edited-report.ts';
import { Ownerships } from './match/ownership.ts';
import { type MustStay, type Pairing, pair } from './match/pair.ts';
import type { Places } from './match/places.ts';
import type { SingleOf } from './match/single-entries.ts';
import { staysIn } from './match/stays.ts';

export interface Decisions extends Pairing {
  ownerships: Ownerships;
  /** The entries of single pull requests that replace a joint entry which can't be written as one. */
  parts: Map<DraftEntry, DraftEntry[]>;
}

/** Which entries are to be written, and which are there or go. */
export type Writing = Pick<Decisions, 'settled' | 'replaced' | 'removed' | 'added' | 'parts'>;

/**
 * Decides the fate of every entry of the file and of the fresh draft. A joint entry is split into its
 * pull requests where the editor has reworded or deleted one of its items, or where writing it would
 * cost the file an item.
 *
 * @param single finds the separate entries of pull requests
 * @param isDraft whether the file is an unedited draft: what the fresh one no longer has is removed
 */
export function decide(
  edited: EditedReport,
  fresh: readonly DraftEntry[],
  places: Places,
  single: SingleOf,
  facts: KnownFacts,
  isDraft = false,
): Decisions {
  const ownerships = new Ownerships(edited, fresh);
  const stays = staysIn(edited, places);
  const parts = new Map<DraftEntry, DraftEntry[]>();
  const split = (entry: DraftEntry): DraftEntry[] => {
    const found = splittable(entry, ownerships).flatMap((item) => single(item, entry) ?? []);
    const own = found.map((part) => ({ ...part, section: entry.section, group: entry.group }));
    parts.set(entry, own);
    return own;
  };
  const isEditors = (entry: DraftEntry) =>
    ownerships.itemsOf(entry, 'theirs', 'deleted').length > 0;

  const unsplit = new Set(fresh);
  // A part has fewer items than the entry it was split from: it must not cost the file one. Nor may
  // an entry vanish because the facts lack its subject: the editor has to see that.
  const mustStay: MustStay = (item, { items: [subject] }, entries) =>
    !isDraft &&
    (facts.mayLack(item) ||
      (item === subject && !facts.has(item)) ||
      entries.some((entry) => !unsplit.has(entry)));
  const isJoint = (entry: DraftEntry) => unsplit.has(entry) && entry.items.length > 1;
  const refusedIn = ({ costly, refused }: Pairing): DraftEntry[] => {
    const causes = costly.filter(isJoint);
    return causes.length > 0 ? causes : refused.filter(isJoint);
  };

  let open = fresh.flatMap((entry) => (isEditors(entry) ? split(entry) : [entry]));
  let pairing = pair(open, ownerships, stays, mustStay);
  for (let joint = refusedIn(pairing); joint.length > 0; joint = refusedIn(pairing)) {
    const refused = new Set(joint);
    open = open.flatMap((entry) => (refused.has(entry) ? split(entry) : [entry]));
    pairing = pair(open, ownerships, stays, mustStay);
  }
  const dropped = (): UntouchedEntry[] => {
    if (!isDraft) return [];
    const { settled, replaced, removed } = pairing;
    const known = new Set([...settled.values(), ...replaced.keys(), ...removed]);
    return edited.entries.filter((untouched) => !known.has(untouched));
  };
  return { ...pairing, removed: [...pairing.removed, ...dropped()], ownerships, parts };
}

/** The pull requests of a joint entry that may be separate entries. */
function splittable(entry: DraftEntry, ownerships: Ownerships): string[] {
  return ownerships.itemsOf(entry, 'ours', 'new').filter((item) => entry.pulls.has(item));
}

/** Elements in order, joint entries followed by their parts; those inside groups as they are. */
export function withParts(
  elements: readonly DraftElement[],
  { parts }: Pick<Decisions, 'parts'>,
): DraftElement[] {
  return elements.flatMap((element): DraftElement[] =>
    element.kind === 'entry' ? [element, ...(parts.get(element) ?? [])] : [element],
  );
}

/** The part of a draft's element that is to be written: of a group, what is new in it, if it has new entries. */
export function newPart(
  element: DraftElement,
  decisions: Pick<Decisions, 'parts'>,
  isNew: (leaf: DraftLeaf) => boolean,
): DraftElement | null {
  if (element.kind !== 'group') return isNew(element) ? element : null;
  const elements = withParts(element.elements, decisions).flatMap(
    (one) => newPart(one, decisions, isNew) ?? [],
  );
  const part = { ...element, elements };
  return entriesIn(part).length > 0 ? part : null;
}
