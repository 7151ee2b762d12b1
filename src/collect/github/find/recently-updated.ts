import { instantOf } from '../../../period/instant.ts';
import type { ItemDates } from '../facts/item-dates.ts';
import type { ListPage } from '../facts/list.ts';
import { readPages } from '../lists/read-pages.ts';
import type { Run } from '../run.ts';
import { repositoryList, repositoryListField } from '../lists/repository-lists.ts';

/** Search may be behind by this much (cli/cli#7764). */
export const searchLag = 6 * 3_600_000;

/** A repository's list, those updated last first. */
export interface RecentList {
  /** `owner/name` */
  repository: string;
  connection: 'pullRequests' | 'issues';
  /** Its first page, from the survey. */
  first: ListPage<ItemDates>;
}

/** Whether the page has everything that was updated since the start, so that no search is needed. */
export function holdsAllSince(
  { nodes, holes, hasNextPage }: ListPage<ItemDates>,
  start: string,
): boolean {
  const oldest = nodes.at(-1);
  return holes === 0 && (!hasNextPage || (oldest !== undefined && oldest.updatedAt < start));
}

/**
 * The items updated last, from the repository's own list, because the search index is behind. Reads
 * back through the last hours, and on until search knows everything on a page.
 *
 * @param searched the ids that search found
 */
export async function listRecentlyUpdated(
  run: Run,
  { repository, connection, first }: RecentList,
  searched: () => Promise<ReadonlySet<string>>,
): Promise<ItemDates[]> {
  const { requester, period, now } = run;
  const list = repositoryList(connection, 'UPDATED_AT', 'DESC');
  const ask = (after: string | null) => requester.ask(repositoryListField(repository, list, after));
  const horizon = instantOf(Date.parse(now) - searchLag);
  const isLast = async (page: readonly ItemDates[]) => {
    const oldest = page.at(-1)?.updatedAt;
    if (oldest === undefined) return false;
    if (oldest < period.start) return true;
    if (oldest > horizon) return false;
    const known = await searched();
    return page.every(({ id, createdAt }) => createdAt >= period.end || known.has(id));
  };

  const isIntact = first.holes === 0;
  if (isIntact && (!first.hasNextPage || (await isLast(first.nodes)))) return first.nodes;
  const known = isIntact ? { known: first.nodes, after: first.endCursor } : {};
  const down = await readPages(ask, { ...list, ...known, isLast });
  // An item that was updated in the meantime moved from the pages still to come to the first one.
  const newest = first.nodes[0]?.updatedAt ?? horizon;
  const again = await readPages(ask, {
    ...list,
    isLast: (page) => page.some(({ updatedAt }) => updatedAt < newest),
  });
  if (!down.complete || !again.complete) {
    const items = connection === 'issues' ? 'issues' : 'pull requests';
    run.warn('list-cut', `The list of recently updated ${items} is incomplete.`, repository);
  }
  return [...down.nodes, ...again.nodes];
}
