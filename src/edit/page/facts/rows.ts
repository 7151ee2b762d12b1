import type { DeskEntry, DeskFacts, DeskReading, FactItem } from '../../protocol.ts';

/** A line of the facts pane: an entry of the text, or an item that the text doesn't cite. */
export interface FactRow {
  /** The same for the same line of another reading. */
  key: string;
  label: string;
  title: string;
  /** Null for an entry about nothing that is known. */
  item: FactItem | null;
  /** What it is about, the subject first. */
  items: string[];
  /** Null for an item outside the text. */
  words: DeskEntry['words'] | null;
}

export interface FactGroup {
  id: string;
  title: string;
  /** The path of the section; null for what is not in the report. */
  section: string | null;
  rows: FactRow[];
}

/** The sections of the report with their entries, then everything else by why it is not there. */
export function factGroups(facts: DeskFacts | null, reading: DeskReading | null): FactGroup[] {
  const known = new Map((facts?.items ?? []).map((item) => [item.id, item]));
  return [...reportGroups(known, reading), ...otherGroups(facts, reading)];
}

function reportGroups(
  known: ReadonlyMap<string, FactItem>,
  reading: DeskReading | null,
): FactGroup[] {
  const groups = (reading?.sections ?? []).map(({ path, title }, index): FactGroup => ({
    id: `section-${index}`,
    title: title || 'Above the first heading',
    section: path,
    rows: [],
  }));
  const seen = new Map<string, number>();
  for (const entry of reading?.entries ?? []) {
    const { items, title, words } = entry;
    const item = known.get(items[0] ?? '') ?? null;
    const name = items[0] ?? title;
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    groups[entry.section]?.rows.push({
      ...{ items, item, words },
      key: times === 0 ? name : `${name} ${times}`,
      label: item?.label ?? labelOf(items[0]),
      title: title || (item?.title ?? ''),
    });
  }
  return groups.filter(
    ({ rows }, index) => rows.length > 0 || reading?.sections[index]?.takesEntries,
  );
}

/** Of an item that the facts don't have. */
function labelOf(item = ''): string {
  const [, number] = /[#@]([\da-f]{1,10})/.exec(item) ?? [];
  return number === undefined ? '' : item.includes('#') ? `#${number}` : number.slice(0, 7);
}

const lists: [FactItem['list'] | 'taken-out' | 'in-prose', string][] = [
  ['in-prose', 'Elsewhere in the text'],
  ['taken-out', 'Taken out by you'],
  ['merged', 'Merged, not in the text'],
  ['issues', 'Active issues, not in the text'],
  ['less-active', 'Less active issues'],
  ['closed', 'Closed'],
  ['ongoing', 'Ongoing'],
  ['excluded', 'Excluded, and by bots'],
  ['commits', 'Direct commits'],
];

function otherGroups(facts: DeskFacts | null, reading: DeskReading | null): FactGroup[] {
  const inEntries = new Set((reading?.entries ?? []).flatMap(({ items }) => items));
  const cited = new Set(reading?.cited ?? []);
  const takenOut = new Set(reading?.takenOut ?? []);
  const rows = new Map<string, FactRow[]>(lists.map(([list]) => [list, []]));
  for (const item of facts?.items ?? []) {
    const { id, label, title } = item;
    if (inEntries.has(id)) continue;
    const list = cited.has(id) ? 'in-prose' : takenOut.has(id) ? 'taken-out' : item.list;
    rows.get(list)?.push({ key: id, label, title, item, items: [id], words: null });
  }
  return lists.flatMap(([list, title]) => {
    const found = rows.get(list) ?? [];
    return found.length === 0 ? [] : [{ id: list, title, section: null, rows: found }];
  });
}
