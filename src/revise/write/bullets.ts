import { columns, indent, insertBelow, lineEndingAt, linesBetween } from '../../markdown/lines.ts';
import type { Bullet, BulletList } from '../../report/outline.ts';
import type { Edit } from '../../markdown/edit.ts';

/** Inserts items after an item of a list, or rows after a row of a table, in its style. */
export function insertAfter(text: string, bullet: Bullet, contents: readonly string[]): Edit {
  const { eol, lead, gap } = styleOf(text, bullet);
  let { marker } = bullet;
  const items = contents.map((content) => {
    marker = nextMarker(bullet.list, marker);
    return gap + lead + item(marker, content, lead, eol) + eol;
  });
  return insertBelow(text, bullet.end, items, eol);
}

/** Inserts items before an item of a list, or rows before a row of a table, in its style. */
export function insertBefore(text: string, bullet: Bullet, contents: readonly string[]): Edit {
  const { eol, lead, gap } = styleOf(text, bullet);
  const items = contents.map(
    (content) => item(bullet.marker, content, lead, eol) + eol + gap + lead,
  );
  return { start: bullet.start, end: bullet.start, text: items.join('') };
}

/** Replaces the text of an item, row or paragraph. */
export function replaceContent(text: string, bullet: Bullet, content: string): Edit {
  const { eol, lead } = styleOf(text, bullet);
  return {
    start: bullet.start,
    end: bullet.end,
    text: item(bullet.marker, content, lead, eol),
  };
}

/** Removes items, and their list when none is left; the header of a table may be the editor's and stays. */
export function removeItems(text: string, list: BulletList, removed: ReadonlySet<Bullet>): Edit[] {
  if (list.node.type === 'table') {
    return list.items
      .filter((row) => removed.has(row))
      .map(({ start, end }) => ({ ...linesBetween(text, start - 1, end), text: '' }));
  }
  const staying = list.items.filter((bullet) => !removed.has(bullet));
  const [first] = staying;
  if (!first) return [{ ...linesBetween(text, list.before, list.end), text: '' }];
  return list.items.flatMap((bullet, index) => {
    if (!removed.has(bullet)) return [];
    // Items before the first that stays go with the blanks after them, others with those before.
    const next = index < first.index ? list.items[index + 1] : undefined;
    const above = list.items[index - 1]?.end ?? 0;
    const span = next
      ? { start: startOfLine(bullet), end: startOfLine(next) }
      : linesBetween(text, above, bullet.end);
    return [{ ...span, text: '' }];
  });
}

function startOfLine({ start, prefix }: Bullet): number {
  return start - prefix.length;
}

/** A new list, or a new table with the header that the rows have in the draft. */
export function newList(marker: string, bullets: readonly Bullet[], eol: string): string {
  const isTable = bullets[0]?.list.node.type === 'table';
  const items = bullets.map(({ content }) => item(isTable ? '' : marker, content, '', eol));
  return [...(bullets[0]?.list.header ?? []), ...items].join(eol);
}

function item(marker: string, content: string, lead: string, eol: string): string {
  if (marker === '') return indent(content, lead, eol);
  const bullet = /[ \t]$/.test(marker) ? marker : `${marker} `;
  return bullet + indent(content, lead + ' '.repeat(columns(lead + bullet) - columns(lead)), eol);
}

interface Style {
  eol: string;
  /** The text before the bullet of a new item. */
  lead: string;
  /** The blank line between items, in a loose list. */
  gap: string;
}

function styleOf(text: string, bullet: Bullet): Style {
  const { index, list } = bullet;
  const next = list.items[index + 1];
  const previous = list.items[index - 1];
  const between = next
    ? text.slice(bullet.end, next.start)
    : text.slice(previous?.end ?? bullet.start, bullet.start);
  const isLoose = (between.match(/\r\n|\n|\r/g)?.length ?? 0) > 1;
  const eol = lineEndingAt(text, bullet.end);
  // In `- - item` the outer bullet is before the inner one, but only once.
  const lead = bullet.prefix.replace(/[^\s>]/g, ' ');
  return { eol, lead, gap: isLoose ? lead.trimEnd() + eol : '' };
}

function nextMarker(list: BulletList, marker: string): string {
  const [first, second] = list.items;
  const counts =
    list.node.type === 'list' &&
    list.node.ordered === true &&
    (!second || first?.marker !== second.marker);
  return counts ? marker.replace(/\d+/, (number) => String(Number(number) + 1)) : marker;
}
