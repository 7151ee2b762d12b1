import type { Edit } from '../../../markdown/edit.ts';
import { type Anatomy, gapOf, entryWords } from './anatomy.ts';
import type { Atom } from './atoms.ts';
import { cellText, columnsOf } from './row-content.ts';

/**
 * The edits that bring the words, references and people of other entries into one, behind its own, without
 * doubles.
 */
export function joinEdits(base: Anatomy, others: readonly Anatomy[]): Edit[] {
  const isRow = base.cells.length > 0;
  const write = (written: string) => (isRow ? cellText(written) : written);
  const hasStop = (one: Anatomy) => /(?<!\.)\.$/.test(entryWords(one));
  const withoutStop = (one: Anatomy) =>
    hasStop(one) ? entryWords(one).slice(0, -1) : entryWords(one);
  const added = others.map(withoutStop).filter((one) => one !== '');
  const { words } = base;
  const edits: Edit[] = [];
  if (added.length > 0) {
    const end = hasStop(base) ? words.end - 1 : words.end;
    const own = end > words.start ? [''] : [];
    edits.push({ start: end, end, text: [...own, ...added.map(write)].join('; ') });
  }
  const known = new Set([...base.items, ...base.people, ...base.inWords].map(keyOf));
  const isNew = (atom: Atom) => !known.has(keyOf(atom)) && known.add(keyOf(atom));
  const items = others.flatMap((one) => one.items).filter(isNew);
  const people = others.flatMap((one) => one.people).filter(isNew);
  const opening = others.map(openingOf).find((one) => one !== null) ?? null;
  edits.push(...appended(base, items, people, opening, others));
  return edits;
}

/** The edits that add references and people to an entry, behind those that it has apart from its words. */
export function appended(
  base: Anatomy,
  items: readonly Atom[],
  people: readonly Atom[],
  opening: Opening | null,
  others: readonly Anatomy[] = [],
): Edit[] {
  const gap = (kind: 'items' | 'people') => gapIn([base, ...others], kind);
  const joined = (atoms: readonly Atom[], kind: 'items' | 'people') =>
    atoms.map(({ markdown }) => markdown).join(gap(kind));
  const edits: Edit[] = [];
  const insert = (at: number, text: string) => edits.push({ start: at, end: at, text });
  const lastItem = base.items.at(-1);
  const lastPerson = base.people.at(-1);
  const between = opening?.between ?? ' ';
  const hasTail = lastItem !== undefined || lastPerson !== undefined;
  const rows = columnEdits(base, items, people, joined);
  if (rows) return rows;
  if (!hasTail && items.length + people.length > 0) {
    const parts = [joined(items, 'items'), joined(people, 'people')].filter((one) => one !== '');
    const [open, close] = opening ? [opening.open, opening.close] : [' ', ''];
    insert(base.words.end, open + parts.join(between) + close);
    return edits;
  }
  if (items.length > 0) {
    const [first] = base.people;
    if (lastItem) insert(lastItem.end, gap('items') + joined(items, 'items'));
    else if (first) insert(first.start, joined(items, 'items') + between);
  }
  if (people.length > 0) {
    const isInFront = lastItem !== undefined && lastItem.end <= base.words.start;
    const at = lastPerson?.end ?? (isInFront ? base.words.end : lastItem?.end) ?? base.words.end;
    insert(at, (lastPerson ? gap('people') : isInFront ? ' ' : between) + joined(people, 'people'));
  }
  return edits;
}

/** What an entry writes between its words and what follows them, between references and people, and behind. */
export interface Opening {
  open: string;
  between: string;
  close: string;
}

export function openingOf({ text, words, items, people }: Anatomy): Opening | null {
  const [first] = [...items, ...people].filter(({ start }) => start >= words.end);
  if (!first) return null;
  const open = text.slice(words.end, first.start).replace(/\s+/g, ' ');
  const [last, person] = [items.at(-1), people[0]];
  const isNext = last && person && last.end <= person.start && last.start >= words.end;
  const between = isNext ? text.slice(last.end, person.start).replace(/\s+/g, ' ') : ' ';
  return { open, between, close: open.includes('(') ? ')' : '' };
}

function gapIn(all: readonly Anatomy[], kind: 'items' | 'people'): string {
  for (const one of all) {
    const gap = gapOf(one, one[kind]);
    if (gap !== null) return gap;
  }
  return ' ';
}

/** In a row, a kind of which it has none goes into an empty cell, if there is one in its place. */
function columnEdits(
  base: Anatomy,
  items: readonly Atom[],
  people: readonly Atom[],
  joined: (atoms: readonly Atom[], kind: 'items' | 'people') => string,
): Edit[] | null {
  const columns = columnsOf(base);
  const empty = base.cells.filter((_, index) => columns[index] === null);
  const [cell] = empty;
  const isLacking = base.people.length === 0 && people.length > 0 && items.length === 0;
  if (!cell || !isLacking) return null;
  const at = cell.start + (base.text[cell.start] === '|' ? 1 : 0);
  const isTight = base.text[at] !== ' ';
  return [{ start: at, end: at, text: ` ${joined(people, 'people')}${isTight ? ' ' : ''}` }];
}

function keyOf({ kind, key }: Atom): string {
  return `${kind} ${key}`;
}
