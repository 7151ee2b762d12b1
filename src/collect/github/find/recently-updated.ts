import type { Page } from '../facts/list.ts';
import type { Row } from '../facts/item-dates.ts';
import { walk } from '../lists/walk.ts';
import type { Run } from '../run.ts';
import { listing, listingField } from '../survey/survey-field.ts';

/** Search may know nothing of the last hours (cli/cli#7764). */
const lag = 6 * 3_600_000;

export interface Head {
  /** `owner/name` */
  repository: string;
  connection: 'pullRequests' | 'issues';
  /** The page of what was updated last, as the survey brought it. */
  first: Page<Row>;
}

/** Whether the page holds everything updated since the start: then nobody needs to search. */
export function covers({ nodes, holes, hasNextPage }: Page<Row>, start: string): boolean {
  const oldest = nodes.at(-1);
  return holes === 0 && (!hasNextPage || (oldest !== undefined && oldest.updatedAt < start));
}

/**
 * What was updated lately, from the repository's own list, because the search index lags behind: back
 * through the last hours, and on until search knows everything on a page.
 */
export async function touchedLately(
  run: Run,
  { repository, connection, first }: Head,
  searched: () => Promise<ReadonlySet<string>>,
): Promise<Row[]> {
  const { requester, period, now } = run;
  const list = listing(connection, 'UPDATED_AT', 'DESC');
  const ask = (after: string | null) => requester.ask(listingField(repository, list, after));
  const horizon = new Date(Date.parse(now) - lag).toISOString();
  const isLast = async (page: readonly Row[]) => {
    const oldest = page.at(-1)?.updatedAt;
    if (oldest === undefined) return false;
    if (oldest < period.start) return true;
    if (oldest > horizon) return false;
    const known = await searched();
    return page.every(({ id, createdAt }) => createdAt >= period.end || known.has(id));
  };

  const whole = first.holes === 0;
  if (whole && (!first.hasNextPage || (await isLast(first.nodes)))) return first.nodes;
  const known = whole ? { known: first.nodes, after: first.endCursor } : {};
  const down = await walk(ask, { ...list, ...known, isLast });
  // What was touched while the list was read moved to its head, and out of the pages still to come.
  const newest = first.nodes[0]?.updatedAt ?? horizon;
  const again = await walk(ask, {
    ...list,
    isLast: (page) => page.some(({ updatedAt }) => updatedAt < newest),
  });
  if (!down.complete || !again.complete) {
    const what = connection === 'issues' ? 'issues' : 'pull requests';
    run.note('list-cut', `The list of the ${what} updated last ended early.`, repository);
  }
  return [...down.nodes, ...again.nodes];
}
