import type { NodeType } from '../facts/fragment.ts';
import type { List, ListPage } from '../facts/list.ts';
import type { Requester } from '../request/requester.ts';
import { pageField, type ListOwner } from './page-field.ts';
import { readPages, uniqueNodes, type PagesRead } from './read-pages.ts';

/**
 * A list inside an item, to its end.
 *
 * @param page the first page, as it came with the item; null when GitHub left it out
 */
export async function readRemainingPages<T>(
  requester: Requester,
  item: { type: NodeType; id: string },
  list: List<T>,
  page: ListPage<T> | null,
): Promise<PagesRead<T>> {
  const nodes = uniqueNodes(page?.nodes ?? [], (node) => list.key(node));
  const isIntact = page !== null && page.holes === 0;
  if (isIntact && (!page.hasNextPage || list.isLast?.(nodes))) return { nodes, complete: true };
  const owner: ListOwner = {
    operation: 'Lists',
    text: (selection) => `node(id: $id) { ... on ${item.type} { ${selection} } }`,
    variables: { id: { type: 'ID!', value: item.id } },
  };
  const options = isIntact ? { ...list, known: nodes, after: page.endCursor } : list;
  return readPages((after) => requester.ask(pageField(owner, list, after)), options);
}
