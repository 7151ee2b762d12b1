import type { DraftEntry } from '../report/draft/draft.ts';
import type { Bullet } from '../report/outline.ts';
import type { KnownFacts } from './known-facts.ts';
import type { EditedReport, UntouchedEntry } from './match/edited-report.ts';
import type { PlaceOf } from './match/section-places.ts';

/** Items of the file that the draft no longer has, as `owner/name#number`, lower case. */
export interface MissingFromDraft {
  /** The facts lack them. */
  gone: Set<string>;
  /** The facts lack them, but are incomplete. */
  unseen: Set<string>;
  /** The facts have them, but the draft no longer shows them; in untouched entries. */
  unshown: Set<string>;
  /** The same, in the editor's words. */
  kept: Set<string>;
  /** All items of the entries with one of these: an entry is reported once. */
  reported: Set<string>;
}

/** @param left the untouched entries that no fresh one replaces */
export function missingFromDraft(
  edited: EditedReport,
  left: readonly UntouchedEntry[],
  fresh: readonly DraftEntry[],
  placeOf: PlaceOf,
  facts: KnownFacts,
): MissingFromDraft {
  const offered = new Set(fresh.flatMap(({ items }) => items));
  const found: MissingFromDraft = {
    gone: new Set(),
    unseen: new Set(),
    unshown: new Set(),
    kept: new Set(),
    reported: new Set(),
  };
  const add = (items: readonly string[], otherwise: 'unshown' | 'kept') => {
    const missing = items.filter((item) => !offered.has(item) && edited.offers.has(item));
    const why = missing.some(facts.mayLack)
      ? 'unseen'
      : missing.every(facts.has)
        ? otherwise
        : 'gone';
    for (const item of missing) found[why].add(item);
    if (missing.length > 0) for (const item of items) found.reported.add(item);
  };
  for (const { items } of left) add(items, 'unshown');
  for (const items of reworded(edited, fresh, placeOf)) add(items, 'kept');
  for (const item of found.unseen) found.gone.delete(item);
  return found;
}

/**
 * The items of former entries that the editor's words cite, by list item: those once generated, and
 * in an adopted report those in the lists of a section.
 */
function reworded(
  { offers, citations }: EditedReport,
  fresh: readonly DraftEntry[],
  placeOf: PlaceOf,
): Iterable<string[]> {
  const isGenerated = (item: string) => offers.textsOf(item).length > 0;
  const sections = new Set(fresh.map(({ section }) => placeOf(section)?.section));
  const groups = new Map<Bullet | string, string[]>();
  for (const { item, bullet, block } of citations) {
    const isEntry = bullet !== null && sections.has(block.section) && offers.has(item);
    if (!isGenerated(item) && !isEntry) continue;
    const group = bullet ?? item;
    const items = groups.get(group) ?? [];
    items.push(item);
    groups.set(group, items);
  }
  return groups.values();
}
