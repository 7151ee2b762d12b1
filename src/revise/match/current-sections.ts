import { type Draft, type DraftSection, entriesIn } from '../../report/draft/draft.ts';
import { isBelow } from '../../report/sections.ts';
import type { EditedReport } from './edited-report.ts';
import type { Pairing } from './pair.ts';
import type { PlaceOf } from './section-places.ts';

/**
 * The sections of the draft that are in the file, except those that only the file has entries of: a
 * “None in this period.” above such entries would be wrong, so they are left unchanged.
 */
export function currentSections(
  { record, entries, citations }: EditedReport,
  { sections }: Draft,
  { removed, replaced }: Pairing,
  placeOf: PlaceOf,
): DraftSection[] {
  const theirs = new Set(citations.map(({ item }) => item));
  const going = new Set([...removed, ...replaced.keys()]);
  /** Whether an untouched entry of a section and an item stays. */
  const ours = new Map<string, boolean>();
  for (const untouched of entries) {
    for (const item of untouched.items) {
      const key = `${item} ${untouched.section}`;
      ours.set(key, ours.get(key) === true || !going.has(untouched));
    }
  }
  const stays = (path: string) => (item: string) => ours.get(`${item} ${path}`) ?? theirs.has(item);
  const paths = new Set(sections.map(({ path }) => path));
  const hasEntriesInFileOnly = (section: DraftSection) =>
    entriesIn(section).length === 0 &&
    record.sections.some(
      ({ path, items }) =>
        (path === section.path || (isBelow(path, section.path) && !paths.has(path))) &&
        Object.keys(items).some(stays(path)),
    );
  return sections.filter((section) => placeOf(section.path) && !hasEntriesInFileOnly(section));
}
