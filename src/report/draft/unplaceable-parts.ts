import { itemUrlFinder } from '../../item/item-text.ts';
import { htmlElements } from '../html-items.ts';
import type { DraftPassage, UnplaceableBlock } from './draft.ts';

/** A passage with items, or where it is HTML the elements with them. */
export function unplaceableParts(
  { block, markdown, items }: DraftPassage,
  server: string,
): UnplaceableBlock[] {
  if (block.node.type !== 'html') return [{ markdown, items }];
  const linked = itemUrlFinder(server);
  const left = new Set(items);
  const parts = htmlElements(markdown).flatMap((element): UnplaceableBlock[] => {
    const own = [...new Set(linked(element).map(({ item }) => item))].filter((item) =>
      left.has(item),
    );
    for (const item of own) left.delete(item);
    return own.length > 0 ? [{ markdown: element, items: own }] : [];
  });
  return left.size > 0 ? [...parts, { markdown, items: [...left] }] : parts;
}
