import {
  columns,
  indent,
  insertBelow,
  lineEndingAt,
  linesBetween,
  nextLine,
} from '../../markdown/lines.ts';
import type { DraftGroup } from '../../report/draft/draft.ts';
import { itemLead } from '../../report/item-lead.ts';
import type { Bullet, BulletList } from '../../report/outline.ts';
import type { Edit } from '../../markdown/edit.ts';
import type { Spot } from './spot.ts';
import { itemText, type NewItem } from './new-list.ts';

/** A new item of a list of the file, or a new row. */
export interface InsertedItem extends NewItem {
  /** The run of list items that it belongs to in the draft; null where blank lines make no groups. */
  run: DraftGroup | null;
  /** Its number in an ordered list, with its blanks; by default it follows the one above. */
  marker?: string;
}

/** Inserts items after an item of a list, or rows after a row of a table, in its style. */
export function insertAfter(
  text: string,
  { bullet, run }: Spot,
  inserted: readonly InsertedItem[],
): Edit {
  if (isInLine(text, bullet)) return inLine(bullet.end, inserted);
  const { eol, lead, gap } = styleOf(text, bullet, inserted);
  let { marker } = bullet;
  let above = run;
  const items = inserted.map((one) => {
    marker = one.marker ?? nextMarker(bullet.list, marker);
    const before = gap(above, one.run);
    above = one.run;
    return before + lead + itemText(marker, one.content, lead, eol) + eol;
  });
  return insertBelow(text, bullet.end, items, eol);
}

/** Inserts items before an item of a list, or rows before a row of a table, in its style. */
export function insertBefore(
  text: string,
  { bullet, run }: Spot,
  inserted: readonly InsertedItem[],
): Edit {
  if (isInLine(text, bullet)) return inLine(bullet.start, inserted);
  const { eol, lead, gap } = styleOf(text, bullet, inserted);
  const items = inserted.map((one, index) => {
    const below = inserted[index + 1]?.run ?? run;
    const marker = one.marker ?? bullet.marker;
    return itemText(marker, one.content, lead, eol) + eol + gap(one.run, below) + lead;
  });
  return { start: bullet.start, end: bullet.start, text: items.join('') };
}

/** Inserts a list at the end of a list item. */
export function insertInside(text: string, bullet: Bullet, list: string): Edit {
  const { eol, lead } = styleOf(text, bullet, []);
  const width = columns(lead + bullet.marker) - columns(lead);
  const inner = lead + ' '.repeat(width);
  return insertBelow(text, bullet.end, [inner + indent(list, inner, eol) + eol], eol);
}

/** Replaces the lead of a list item with lists inside it. */
export function replaceLead(text: string, bullet: Bullet, lead: string): Edit {
  const style = styleOf(text, bullet, []);
  const written = itemText(bullet.marker, lead, style.lead, style.eol);
  return { start: bullet.start, end: itemLead(text, bullet).end, text: written };
}

/** Replaces the text of an item, row or paragraph. */
export function replaceContent(
  text: string,
  bullet: Bullet,
  content: string,
  marker = bullet.marker,
): Edit {
  const { eol, lead } = styleOf(text, bullet, []);
  return { start: bullet.start, end: bullet.end, text: itemText(marker, content, lead, eol) };
}

/** Removes items, and their list when none is left; the header of a table may be the editor's and stays. */
export function removeItems(text: string, list: BulletList, removed: ReadonlySet<Bullet>): Edit[] {
  if (list.node.type === 'table' || list.node.type === 'html') {
    return list.items
      .filter((row) => removed.has(row))
      .map((row) => (isInLine(text, row) ? row : linesBetween(text, startOfLine(row) - 1, row.end)))
      .map(({ start, end }) => ({ start, end, text: '' }));
  }
  const staying = list.items.filter((bullet) => !removed.has(bullet));
  const [first] = staying;
  if (!first) return [{ ...linesBetween(text, list.before, list.end), text: '' }];
  return list.items.flatMap((bullet, index) => {
    if (!removed.has(bullet)) return [];
    // Items before the first that stays go with the blanks after them, others with those before.
    const above = list.items[index - 1]?.end ?? 0;
    const next = list.items[index + 1];
    if (!next || (index > first.index && !opensRun(list, index, removed)))
      return [{ ...linesBetween(text, above, bullet.end), text: '' }];
    // In `- - item` the line begins with the outer item, which stays.
    const isOnItsLine = index === 0 && /[^\s>]/.test(bullet.prefix);
    const [start, end] = isOnItsLine
      ? [bullet.start, next.start]
      : [startOfLine(bullet), startOfLine(next)];
    return [{ start, end, text: '' }];
  });
}

/** Whether the blank line above an item, or above those that go with it, is needed above the next that stays. */
function opensRun({ items }: BulletList, index: number, removed: ReadonlySet<Bullet>): boolean {
  let [first, next] = [index, index];
  for (let one = items[next]; one && removed.has(one); one = items[next]) next += 1;
  if (items[next]?.isApart !== false) return false;
  for (let one = items[first]; one && removed.has(one); one = items[first]) {
    if (one.isApart) return true;
    first -= 1;
  }
  return false;
}

function startOfLine({ start, prefix }: Bullet): number {
  return start - prefix.length;
}

/** Replaces what is above the items of a block of HTML. */
export function replaceAbove(text: string, { start, items }: BulletList, lead: string): Edit {
  const [first] = items;
  const end = first ? (isInLine(text, first) ? first.start : startOfLine(first)) : start;
  const eol = lineEndingAt(text, start);
  const above = text.slice(start, end);
  const gap = above.slice(above.trimEnd().length);
  return { start, end, text: lead.replaceAll('\n', eol) + gap };
}

/** Whether an item of HTML is on a line with something else. */
function isInLine(text: string, { node, prefix, end }: Bullet): boolean {
  if (node.type !== 'html') return false;
  return prefix.trim() !== '' || nextLine(text, end) === end;
}

function inLine(at: number, inserted: readonly InsertedItem[]): Edit {
  return { start: at, end: at, text: inserted.map(({ content }) => content).join('') };
}

interface Style {
  eol: string;
  /** The text before the bullet of a new item. */
  lead: string;
  /** The blank line between two items, if any, by the runs that they are in. */
  gap: (above: DraftGroup | null, below: DraftGroup | null) => string;
}

function styleOf(text: string, bullet: Bullet, inserted: readonly InsertedItem[]): Style {
  const { index, list } = bullet;
  const next = list.items[index + 1];
  const isLoose = next
    ? next.isApart
    : index > 0
      ? bullet.isApart
      : inserted.some((one) => one.bullet.isApart);
  const eol = lineEndingAt(text, bullet.end);
  // In `- - item` the outer bullet is before the inner one, but only once.
  const lead = bullet.prefix.replace(/[^\s>]/g, ' ');
  const line = lead.trimEnd() + eol;
  return {
    eol,
    lead,
    gap: (above, below) => (((above ?? below) ? above !== below : isLoose) ? line : ''),
  };
}

function nextMarker(list: BulletList, marker: string): string {
  return countsItems(list) ? marker.replace(/\d+/, (number) => String(Number(number) + 1)) : marker;
}

/** Whether each item of an ordered list has a number of its own. */
export function countsItems({ node, items: [first, second] }: BulletList): boolean {
  const isOrdered = node.type === 'list' && node.ordered === true;
  return isOrdered && (!second || first?.marker !== second.marker);
}
