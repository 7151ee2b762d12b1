import type { Requester } from '../request/requester.ts';
import type { List, Page } from '../facts/list.ts';
import { pageField, type Place } from './page-field.ts';
import { unique, walk, type Walked } from './walk.ts';

/**
 * The whole of a list inside an item, of which `page` came with the item (null: GitHub gave none,
 * though there may be one).
 */
export async function readRest<T>(
  requester: Requester,
  item: { typename: string; id: string },
  list: List<T>,
  page: Page<T> | null,
): Promise<Walked<T>> {
  const nodes = unique(page?.nodes ?? [], (node) => list.key(node));
  const whole = page !== null && page.holes === 0;
  if (whole && (!page.hasNextPage || list.isLast?.(nodes))) return { nodes, complete: true };
  const place: Place = {
    operation: 'Lists',
    text: (selection) => `node(id: $id) { ... on ${item.typename} { ${selection} } }`,
    variables: { id: { type: 'ID!', value: item.id } },
  };
  const options = whole ? { ...list, known: nodes, after: page.endCursor } : list;
  return walk((after) => requester.ask(pageField(place, list, after)), options);
}
