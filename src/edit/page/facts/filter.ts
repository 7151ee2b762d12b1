import type { FactItem } from '../../protocol.ts';
import type { FactGroup, FactRow } from './rows.ts';

/** What the facts pane can be narrowed to. */
export const shows = {
  all: 'Everything',
  report: 'In the report',
  others: 'Not in the report',
  drafted: 'As drafted',
  pull: 'Pull requests',
  issue: 'Issues',
  commit: 'Commits',
} as const;

export type Show = keyof typeof shows;

/**
 * The groups with the rows that match all of the words: `#12`, `@login`, or words of the title, the
 * labels, the people and the changed paths.
 */
export function filtered(
  groups: readonly FactGroup[],
  { query, show, known }: { query: string; show: Show; known: ReadonlyMap<string, FactItem> },
): FactGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && show === 'all') return [...groups];
  const matches = (row: FactRow): boolean =>
    isShown(row, show) && words.every((word) => hasWord(row, word, known));
  return groups.flatMap((group) => {
    const rows = group.rows.filter(matches);
    return rows.length > 0 ? [{ ...group, rows }] : [];
  });
}

function isShown({ words, item }: FactRow, show: Show): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'report':
      return words !== null;
    case 'others':
      return words === null;
    case 'drafted':
      return words === 'drafted';
    case 'pull':
    case 'issue':
    case 'commit':
      return item?.kind === show;
  }
}

function hasWord(row: FactRow, word: string, known: ReadonlyMap<string, FactItem>): boolean {
  const items = row.items.flatMap((id) => known.get(id) ?? []);
  if (/^#\d/.test(word))
    return [row.label, ...items.map(({ label }) => label)].some((label) =>
      label.slice(label.indexOf('#')).startsWith(word),
    );
  if (word.startsWith('@') && word.length > 1)
    return items.some(({ people }) =>
      people.some(({ login }) => login?.toLowerCase().startsWith(word.slice(1))),
    );
  return row.title.toLowerCase().includes(word) || items.some((one) => textOf(one).includes(word));
}

const texts = new WeakMap<FactItem, string>();

function textOf(item: FactItem): string {
  const known = texts.get(item);
  if (known !== undefined) return known;
  const { label, title, section, labels, people, files, note } = item;
  const text = [
    ...[label, title, section ?? '', note ?? '', ...labels],
    ...people.flatMap(({ login, name }) => [login ?? '', name]),
    ...(files ?? []).map(({ path }) => path),
  ];
  const joined = text.join('\n').toLowerCase();
  texts.set(item, joined);
  return joined;
}
