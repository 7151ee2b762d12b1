import { columns, indent } from '../../markdown/lines.ts';
import type { DraftElement } from '../../report/draft/draft.ts';
import type { Bullet } from '../../report/outline.ts';

/** What is written as one item of a list, or as a row: an entry, or a list item around entries. */
export interface NewItem {
  /** Of the draft. */
  bullet: Bullet;
  /** Without marker and indentation; lines end in `\n`. */
  content: string;
}

/**
 * The items that elements of one list of the draft are written as.
 *
 * @param marker of lists inside them, with its blanks
 */
export function newItems(elements: readonly DraftElement[], marker: string): NewItem[] {
  return elements.flatMap((element): NewItem[] => {
    if (element.kind === 'entry')
      return [{ bullet: element.bullet, content: element.bullet.content }];
    if (element.kind === 'passage' || element.group?.kind === 'blocks') return [];
    const inside = newItems(element.elements, marker);
    if (!element.group) return inside;
    const gap = element.lead === '' ? '' : element.isLoose ? '\n\n' : '\n';
    const content = element.lead + gap + newList(marker, inside, '\n');
    return [{ bullet: element.group.bullet, content }];
  });
}

/** A new list, or a new table with the header that the rows have in the draft. */
export function newList(marker: string, items: readonly NewItem[], eol: string): string {
  const list = items[0]?.bullet.list;
  const lines = items.map(({ bullet, content }, index) => {
    const own = list?.node.type === 'table' ? '' : isNumbered(bullet) ? bullet.marker : marker;
    const gap = isApart(items[index - 1]?.bullet, bullet) ? eol : '';
    return gap + itemText(own, content, '', eol);
  });
  return [...(list?.header ?? []), ...lines].join(eol);
}

/** The text of a list item below text of this width, or of a row without a marker. */
export function itemText(marker: string, content: string, lead: string, eol: string): string {
  if (marker === '') return indent(content, lead, eol);
  const bullet = /[ \t]$/.test(marker) ? marker : `${marker} `;
  return bullet + indent(content, lead + ' '.repeat(columns(lead + bullet) - columns(lead)), eol);
}

function isNumbered({ list: { node } }: Bullet): boolean {
  return node.type === 'list' && node.ordered === true;
}

/** Whether the draft has a blank line between two of its list items. */
function isApart(above: Bullet | undefined, below: Bullet): boolean {
  if (!above) return false;
  if (above.list !== below.list) return below.isApart;
  return below.list.items.slice(above.index + 1, below.index + 1).some((one) => one.isApart);
}
