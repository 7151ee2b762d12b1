import * as v from 'valibot';
import type { Fact } from './fact.ts';
import { identifier } from './scalars.ts';

/** A connection of GitHub's, like the labels of an issue: how it is asked for and read. */
export interface List<T> {
  field: string;
  /** Arguments besides those of paging: `itemTypes: [CLOSED_EVENT]`. */
  arguments?: string;
  /** Nodes on the first page, which comes with the item. Few lists are longer. */
  first: number;
  /** Null for a node without a meaning here, like an entry of an unknown type. */
  node: Fact<v.GenericSchema<unknown, T | null>>;
  /** Identifies a node that comes twice. */
  key(node: T): string;
  /** Whether no later page matters, in a list that is in order of time. */
  isLast?(page: readonly T[]): boolean;
  /** Nodes may stay null, because the token may not see them. */
  sparse?: boolean;
}

export interface ListPage<T> {
  nodes: T[];
  /** How many nodes were null; 1 when `nodes` itself was. */
  holes: number;
  hasNextPage: boolean;
  endCursor: string | null;
}

/** Twice GitHub's longest page. A longer one is no page. */
const longestPage = 200;

const connection = v.object({
  nodes: v.nullable(v.pipe(v.array(v.unknown()), v.maxLength(longestPage))),
  pageInfo: v.object({ hasNextPage: v.boolean(), endCursor: v.nullable(identifier) }),
});

export const pageInfo = 'pageInfo { hasNextPage endCursor }';

/**
 * One page of a list as a fact.
 *
 * @param paging `first: 50`, or `first: $first, after: $after`
 */
export function pageOf<T>(list: List<T>, paging: string) {
  const others = list.arguments === undefined ? '' : `, ${list.arguments}`;
  return {
    field: `${list.field}(${paging}${others})`,
    selection: `{ nodes ${list.node.selection ?? ''} ${pageInfo} }`,
    schema: v.pipe(
      v.unknown(),
      v.transform((value) => readListPage(list.node.schema, value)),
    ),
  };
}

/** @throws {v.ValiError} when it isn't a page of such nodes */
export function readListPage<T>(
  node: v.GenericSchema<unknown, T | null>,
  value: unknown,
): ListPage<T> {
  const { nodes, pageInfo } = v.parse(connection, value);
  // Without nodes, neither their number is known nor what follows them.
  if (nodes === null) return { nodes: [], holes: 1, hasNextPage: true, endCursor: null };
  const page: ListPage<T> = { nodes: [], holes: 0, ...pageInfo };
  for (const found of nodes) {
    if (found === null) {
      page.holes += 1;
      continue;
    }
    const read = v.parse(node, found);
    if (read !== null) page.nodes.push(read);
  }
  return page;
}
