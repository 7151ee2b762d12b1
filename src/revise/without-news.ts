import type { Entry } from '../report/draft.ts';
import type { Edited, Untouched } from './match/edited.ts';
import type { Homes } from './match/homes.ts';
import type { KnownFacts } from './known-facts.ts';
import type { Bullet } from '../report/page.ts';

/** What stands in the file though the draft has it no more. Items are `owner/name#number`, lower case. */
export interface WithoutNews {
  /** The facts do not have them. */
  gone: Set<string>;
  /** The facts do not have them, but are incomplete. */
  unseen: Set<string>;
  /** The facts have them, but the draft does not show them any more; in entries nobody had edited. */
  unshown: Set<string>;
  /** The same, in the editor's words. */
  kept: Set<string>;
  /** All items of the entries that one of these stands in: an entry has one story. */
  told: Set<string>;
}

/** @param left the untouched entries that no fresh one has taken the place of */
export function withoutNews(
  edited: Edited,
  left: readonly Untouched[],
  fresh: readonly Entry[],
  homes: Homes,
  facts: KnownFacts,
): WithoutNews {
  const offered = new Set(fresh.flatMap(({ items }) => items));
  const found: WithoutNews = {
    gone: new Set(),
    unseen: new Set(),
    unshown: new Set(),
    kept: new Set(),
    told: new Set(),
  };
  const tell = (items: readonly string[], otherwise: 'unshown' | 'kept') => {
    const absent = items.filter((item) => !offered.has(item));
    const story = absent.some(facts.mayLack)
      ? 'unseen'
      : absent.every(facts.has)
        ? otherwise
        : 'gone';
    for (const item of absent) found[story].add(item);
    if (absent.length > 0) for (const item of items) found.told.add(item);
  };
  for (const { items } of left) tell(items, 'unshown');
  for (const items of reworded(edited, fresh, homes)) tell(items, 'kept');
  for (const item of found.unseen) found.gone.delete(item);
  return found;
}

/**
 * What the editor's words cite of what stood in entries, by list item: what was once generated,
 * and in a report that was taken on, what stands in the lists of a section.
 */
function reworded(
  { record, citations }: Edited,
  fresh: readonly Entry[],
  homes: Homes,
): Iterable<string[]> {
  const isGenerated = (item: string) =>
    record.sections.some(({ items }) => (items[item] ?? []).length > 0);
  const isOffered = (item: string) => record.sections.some(({ items }) => item in items);
  const regions = new Set(fresh.map(({ section }) => homes(section)?.region));
  const groups = new Map<Bullet | string, string[]>();
  for (const { item, bullet, block } of citations) {
    const isEntry = bullet !== null && regions.has(block.region) && isOffered(item);
    if (!isGenerated(item) && !isEntry) continue;
    const place = bullet ?? item;
    groups.set(place, [...(groups.get(place) ?? []), item]);
  }
  return groups.values();
}
