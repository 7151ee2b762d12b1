import type { Page } from './connection.ts';
import type { Item } from './data/item.ts';
import type { Failure, PagePlace } from './failures.ts';

/**
 * Spoiled pages. `connection` names the one to spoil, like `Query.search`,
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

/** A null among the nodes; with `instead`, in place of the first one. */
export function nullNodes(connection: string, instead = false): Failure {
  return spoiled('null nodes', connection, (page) =>
    page.with({ nodes: [null, ...page.nodes.slice(instead ? 1 : 0)] }),
  );
}

/** The last nodes of each page are missing, without an error. */
export function lostNodes(connection: string, count = 1): Failure {
  return spoiled('lost nodes', connection, (page) =>
    page.with({ nodes: page.nodes.slice(0, Math.max(0, page.nodes.length - count)) }),
  );
}

/** Each page repeats its first node at the end. */
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

/** A node of another type than asked for: `App` in a search, else an event that no query names. */
export function foreignNodes(connection: string): Failure {
  const __typename = connection === 'Query.search' ? 'App' : 'PinnedEvent';
  return spoiled('foreign nodes', connection, (page) =>
    page.with({ nodes: [...page.nodes, { __typename }] }),
  );
}

/** Every page has the cursor of the first. */
export function repeatedCursor(connection: string): Failure {
  return spoiled('repeated cursor', connection, (page, { args }) => {
    const endCursor = args.after ?? page.pageInfo.endCursor;
    return page.with({ pageInfo: { ...page.pageInfo, hasNextPage: true, endCursor } });
  });
}

/** A next page, without a cursor. */
export function nullCursor(connection: string): Failure {
  return spoiled('null cursor', connection, (page) =>
    page.with({ pageInfo: { ...page.pageInfo, hasNextPage: true, endCursor: null } }),
  );
}

/** After the last page comes an endless series of empty ones, each with a new cursor. */
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

/** The same position as another cursor: JSON allows trailing blanks. */
function another(cursor: string): string {
  return Buffer.from(`${Buffer.from(cursor, 'base64').toString()} `).toString('base64');
}
