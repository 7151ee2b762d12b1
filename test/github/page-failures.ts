import type { Page } from './connection.ts';
import type { Item } from './data/item.ts';
import type { Failure, PagePlace } from './failures.ts';

/**
 * Pages that are not as they should be. `connection` names the one to spoil, like `Query.search`,
 * `Repository.pullRequests` or `PullRequest.comments`.
 */
function spoiled(
  name: string,
  connection: string,
  bend: (page: Page, place: PagePlace) => Page,
): Failure {
  return {
    name: `${name} in ${connection}`,
    bend: (page, place) => (place.connection === connection ? bend(page, place) : page),
  };
}

/** Null between the nodes; with `instead`, the first node of each page is gone for it. */
export function nullNodes(connection: string, instead = false): Failure {
  return spoiled('null nodes', connection, (page) =>
    page.with({ nodes: [null, ...page.nodes.slice(instead ? 1 : 0)] }),
  );
}

/** The last nodes of each page are missing, and nothing says so. */
export function lostNodes(connection: string, count = 1): Failure {
  return spoiled('lost nodes', connection, (page) =>
    page.with({ nodes: page.nodes.slice(0, Math.max(0, page.nodes.length - count)) }),
  );
}

/** Each page ends with its first node once more. */
export function duplicateNodes(connection: string): Failure {
  return spoiled('duplicate nodes', connection, (page) =>
    page.with({ nodes: [...page.nodes, ...page.nodes.slice(0, 1)] }),
  );
}

/** The first page also brings items that do not belong there. */
export function strayNodes(connection: string, strays: () => readonly Item[]): Failure {
  return spoiled('stray nodes', connection, (page, { args }) =>
    args.after ? page : page.with({ nodes: [...strays(), ...page.nodes] }),
  );
}

/** A node of a type nobody asked for: `App` where it is a search, else an event no query names. */
export function foreignNodes(connection: string): Failure {
  const __typename = connection === 'Query.search' ? 'App' : 'PinnedEvent';
  return spoiled('foreign nodes', connection, (page) =>
    page.with({ nodes: [...page.nodes, { __typename }] }),
  );
}

/** The cursor of the second page is that of the first, for ever. */
export function repeatedCursor(connection: string): Failure {
  return spoiled('repeated cursor', connection, (page, { args }) => {
    const endCursor = args.after ?? page.pageInfo.endCursor;
    return page.with({ pageInfo: { ...page.pageInfo, hasNextPage: true, endCursor } });
  });
}

/** More is promised, without a cursor to get it. */
export function nullCursor(connection: string): Failure {
  return spoiled('null cursor', connection, (page) =>
    page.with({ pageInfo: { ...page.pageInfo, hasNextPage: true, endCursor: null } }),
  );
}

/** Behind the last page there is always another one, empty, with a cursor never seen before. */
export function endlessPages(connection: string): Failure {
  return spoiled('endless pages', connection, (page, { args }) => {
    const endCursor = page.pageInfo.endCursor ?? (args.after ? another(args.after) : null);
    return page.with({ pageInfo: { ...page.pageInfo, hasNextPage: true, endCursor } });
  });
}

/** `totalCount` and `issueCount` are off by so much. */
export function wrongCount(connection: string, by: number): Failure {
  return spoiled('wrong count', connection, (page) => {
    const { issueCount, ...counts } = page.counts;
    return page.with({
      totalCount: Math.max(0, page.totalCount + by),
      counts:
        typeof issueCount === 'number'
          ? { ...counts, issueCount: Math.max(0, issueCount + by) }
          : counts,
    });
  });
}

/** The same place under another name: blanks behind JSON mean nothing. */
function another(cursor: string): string {
  return Buffer.from(`${Buffer.from(cursor, 'base64').toString()} `).toString('base64');
}
