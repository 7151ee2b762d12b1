import * as v from 'valibot';

/** A list inside an item: how it is asked for and read. */
export interface List<T> {
  field: string;
  /** Arguments besides those of paging: `itemTypes: [CLOSED_EVENT]`. */
  arguments?: string;
  /** How many come with the item; the few longer lists are read on by themselves. */
  first: number;
  /** The selection on a node. */
  nodes: string;
  /** Null for a node that means nothing here, like one of an unknown type. */
  node: v.GenericSchema<unknown, T | null>;
  /** What makes a node the same one when it comes twice. */
  key(node: T): string;
  /** Whether a page is the last of interest, the list being in order of time. */
  isLast?(page: readonly T[]): boolean;
  /** Nodes may stay null, because the token may not see them. */
  sparse?: boolean;
}

export interface Page<T> {
  nodes: T[];
  /** Nodes that were null; one, when all of them together were. */
  holes: number;
  hasNextPage: boolean;
  endCursor: string | null;
}

type Readable<T> = Pick<List<T>, 'node'>;

const connection = v.object({
  nodes: v.nullable(v.array(v.unknown())),
  pageInfo: v.object({ hasNextPage: v.boolean(), endCursor: v.nullable(v.string()) }),
});

export const pageInfo = 'pageInfo { hasNextPage endCursor }';

/** The list's selection, `paging` being like `first: 50` or `first: $first, after: $after`. */
export function select<T>(list: List<T>, paging: string): string {
  const others = list.arguments === undefined ? '' : `, ${list.arguments}`;
  return `${list.field}(${paging}${others}) { nodes ${list.nodes} ${pageInfo} }`;
}

/** The list's page; null where GitHub has no list at all. */
export function readNullablePage<T>(list: Readable<T>, value: unknown): Page<T> | null {
  return value === null ? null : readPage(list, value);
}

export function readPage<T>(list: Readable<T>, value: unknown): Page<T> {
  const { nodes, pageInfo } = v.parse(connection, value);
  // Without nodes nothing is known: neither how many there are, nor what follows.
  if (nodes === null) return { nodes: [], holes: 1, hasNextPage: true, endCursor: null };
  const page: Page<T> = { nodes: [], holes: 0, ...pageInfo };
  for (const node of nodes) {
    if (node === null) {
      page.holes += 1;
      continue;
    }
    const read = v.parse(list.node, node);
    if (read !== null) page.nodes.push(read);
  }
  return page;
}
