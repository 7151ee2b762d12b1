import { type Draft, entriesIn, type Section } from '../report/draft.ts';
import type { Edited } from './match/edited.ts';
import type { Homes } from './match/homes.ts';
import type { Pairing } from './match/pair.ts';
import { isBelow } from '../report/regions.ts';

/**
 * The sections of the draft that the file has, but for those whose entries only the file has now: to
 * say “None in this period.” above them would be wrong, so they are left as they are.
 */
export function currentSections(
  { record, entries, citations }: Edited,
  { sections }: Draft,
  { removed, replaced }: Pairing,
  homes: Homes,
): Section[] {
  const theirs = new Set(citations.map(({ item }) => item));
  const stays = (path: string) => (item: string) => {
    const ours = entries.filter(({ section, items }) => section === path && items.includes(item));
    return ours.length > 0
      ? ours.some((untouched) => !removed.includes(untouched) && !replaced.has(untouched))
      : theirs.has(item);
  };
  const paths = new Set(sections.map(({ path }) => path));
  const hasLost = (section: Section) =>
    entriesIn(section).length === 0 &&
    record.sections.some(
      ({ path, items }) =>
        (path === section.path || (isBelow(path, section.path) && !paths.has(path))) &&
        Object.keys(items).some(stays(path)),
    );
  return sections.filter((section) => homes(section.path) && !hasLost(section));
}
