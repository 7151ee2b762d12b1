import { visit } from 'unist-util-visit';
import { itemUrlFinder } from '../../item/item-text.ts';
import type { Report } from '../../report/report.ts';

/** The first line of a comment with items that have no place in a report. */
export const WAITING =
  '<!-- editor: devreport found no place for what follows. Move it into the text, or delete it:';

/** The items that wait in such comments, each once. */
export function waitingItems({ root }: Report, server: string): Set<string> {
  const linked = itemUrlFinder(server);
  const items = new Set<string>();
  visit(root, 'html', ({ value }) => {
    if (!value.startsWith(WAITING)) return;
    for (const { item } of linked(value)) items.add(item);
  });
  return items;
}
