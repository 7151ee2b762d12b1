import { columns, indent } from '../../markdown/lines.ts';
import { type DraftElement, type DraftLeaf, leavesIn } from '../../report/draft/draft.ts';
import type { Bullet } from '../../report/outline.ts';

/** What is written as one item of a list, or as a row: an entry, or a list item around entries. */
export interface NewItem {
  /** Of the draft. */
  bullet: Bullet;
  /** Without marker and indentation; lines end in `\n`. */
  content: string;
  /** What is in it. */
  leaves: DraftLeaf[];
}

/**
 * The items that elements of one list of the draft are written as.
 *
 * @param marker of lists inside them, with its blanks
 */
export function newItems(elements: readonly DraftElement[], marker: string): NewItem[] {
  return elements.flatMap((element): NewItem[] => {
    if (element.kind === 'entry')
      return [{ bullet: element.bullet, content: element.bullet.content, leaves: [element] }];
    if (element.kind === 'passage') return [];
    const { group } = element;
    if (group && group.kind !== 'item') return [];
    const inside = newItems(element.elements, marker);
    if (!group) return inside;
    const gap = element.lead === '' ? '' : element.isLoose ? '\n\n' : '\n';
    const content = element.lead + gap + newList(marker, inside, '\n');
    return [{ bullet: group.bullet, content, leaves: leavesIn(element) }];
  });
}

/** A new list, or a new table or one of HTML, with what is around its items in the draft. */
export function newList(marker: string, items: readonly NewItem[], eol: string): string {
  const list = items[0]?.bullet.list;
  const lines = items.map(({ bullet, content }, index) => {
    const gap = isApart(items[index - 1]?.bullet, bullet) ? eol : '';
    const lead = bullet.node.type === 'html' ? indentOf(bullet) : '';
    return gap + lead + itemText(ownMarker(bullet, marker), content, lead, eol);
  });
  return [...(list?.header ?? []), ...lines, ...(list?.footer ?? [])].join(eol);
}

/** The text of a list item below text of this width, or of a row without a marker. */
export function itemText(marker: string, content: string, lead: string, eol: string): string {
  if (marker === '') return indent(content, lead, eol);
  const bullet = /[ \t]$/.test(marker) ? marker : `${marker} `;
  return bullet + indent(content, lead + ' '.repeat(columns(lead + bullet) - columns(lead)), eol);
}

/** That of the file, except for numbers; rows have none. */
function ownMarker({ marker, list: { node } }: Bullet, inFile: string): string {
  if (node.type !== 'list') return '';
  return node.ordered === true ? marker : inFile;
}

/** The blanks before an item of HTML. */
function indentOf({ prefix }: Bullet): string {
  return /^\s*$/.test(prefix) ? prefix : '';
}

/** Whether the draft has a blank line between two of its list items. */
function isApart(above: Bullet | undefined, below: Bullet): boolean {
  if (!above) return false;
  if (above.list !== below.list) return below.isApart;
  return below.list.items.slice(above.index + 1, below.index + 1).some((one) => one.isApart);
}
