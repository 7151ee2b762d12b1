import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { nodesIn } from '../../markdown/nodes-in.ts';
import { partsOfKey } from '../../item/item-id.ts';
import { citedItemsReader } from './cited-items.ts';

/** The repository that most links with a text like `#12` lead to; undefined when there are none. */
export function homeRepositoryOf(root: Root, server: string): string | undefined {
  const read = citedItemsReader(root, server);
  const counts = new Map<string, number>();
  for (const node of nodesIn(root)) {
    if (node.type !== 'link' && node.type !== 'linkReference') continue;
    const [cited] = read(node);
    if (!cited || !/^#\d+$/.test(toString(node))) continue;
    const [repository] = partsOfKey(cited.item);
    counts.set(repository, (counts.get(repository) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0];
}
