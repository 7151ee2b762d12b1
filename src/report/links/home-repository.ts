import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { walk } from '../../markdown/walk.ts';
import { partsOfKey } from '../../item/item-id.ts';
import { citedItemsReader } from './cited-items.ts';

/** The repository that most links with a text like `#12` lead to; undefined when there are none. */
export function homeRepositoryOf(root: Root, server: string): string | undefined {
  const read = citedItemsReader(root, server);
  const counts = new Map<string, number>();
  walk(root, (node) => {
    if (node.type !== 'link' && node.type !== 'linkReference') return;
    const [cited] = read(node);
    if (!cited || !/^#\d+$/.test(toString(node))) return;
    const [repository] = partsOfKey(cited.item);
    counts.set(repository, (counts.get(repository) ?? 0) + 1);
  });
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0];
}
