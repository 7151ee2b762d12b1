import * as v from 'valibot';
import type { Field } from '../request/field.ts';
import type { Requester } from '../request/requester.ts';
import type { Wanted } from './search.ts';

/**
 * The items with the ids, in any order. What is null twice is gone: deleted, or moved out of sight.
 */
export async function readNodes<T extends { id: string }>(
  requester: Requester,
  wanted: Wanted<T>,
  ids: readonly string[],
): Promise<T[]> {
  if (ids.length === 0) return [];
  const first = await requester.ask(nodesField(wanted, ids));
  const found = new Set(first.map(({ id }) => id));
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length === 0) return first;
  return [...first, ...(await requester.ask(nodesField(wanted, missing)))];
}

function nodesField<T>(wanted: Wanted<T>, ids: readonly string[]): Field<T[]> {
  const { typename, operation, selection } = wanted;
  const nodes = v.array(v.nullable(v.looseObject({ __typename: v.string() })));
  return {
    operation,
    text: `nodes(ids: $ids) { __typename ...${selection.name} }`,
    fragments: [selection.fragment],
    variables: { ids: { type: '[ID!]!', value: ids } },
    units: ids.length,
    read: (value) =>
      v
        .parse(nodes, value)
        .flatMap((node) => (node?.__typename === typename ? [selection.read(node)] : [])),
    shrink(units) {
      const fields = [];
      for (let start = 0; start < ids.length; start += units) {
        fields.push(nodesField(wanted, ids.slice(start, start + units)));
      }
      return { fields, join: (parts) => parts.flat() };
    },
  };
}
