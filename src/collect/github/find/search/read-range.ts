import { datesOf, type ItemDates } from '../../facts/item-dates.ts';
import { readPages } from '../../lists/read-pages.ts';
import { Failure } from '../../request/failures/failure.ts';
import type { Run } from '../../run.ts';
import { toInstant } from '../../survey/seconds.ts';
import { readByIds } from '../one-by-one/by-id.ts';
import type { ItemQuery } from '../one-by-one/item-query.ts';
import { longestPage, searchCap, type TimeRange } from './ranges.ts';
import { resultsField, type SearchResults, type ResultsRequest } from './results-field.ts';

/** The shortest page that is asked for, since counts may be too low. */
const shortestPage = 10;
/** How often a range is read while its counts disagree. */
const mostReadings = 3;

/** A search without dates, and the date by which it is divided: one that never changes. */
export interface SearchTerms {
  text: string;
  /** The instant of `updated:>=` in the text, to recognise results that don't belong. */
  updatedSince?: string;
  by: 'created' | 'merged';
}

export interface RangeResults<T> {
  items: T[];
  /** Whether every page counts as many results as came. */
  agrees: boolean;
  /** The highest count. */
  count: number;
}

/** The search of one range. GitHub's ranges include both ends, these only the first. */
export function withinRange(
  { text, by }: SearchTerms,
  { from, to }: Pick<TimeRange, 'from' | 'to'>,
): string {
  return `${text} ${by}:${toInstant(from)}..${toInstant(to - 1)}`;
}

/**
 * Reads all results of one range. Compares them with GitHub's count, and reads again when the two
 * disagree, because the index changed or a page lacks some. When a page can't be read, reads what
 * is behind it from the other end.
 *
 * @throws {Failure} when GitHub gives none of several
 */
export async function readRange<T extends ItemDates>(
  run: Run,
  query: ItemQuery<T>,
  { repository, terms }: { repository: string; terms: SearchTerms },
  range: TimeRange,
): Promise<RangeResults<T>> {
  const text = withinRange(terms, range);
  const all = new Map<string, T>();
  let count = 0;
  for (let reading = 1; reading <= mostReadings; reading++) {
    const counts = new Set<number>();
    const seen = new Set<string>();
    let left = range.count;
    const readFrom = (end: 'asc' | 'desc') =>
      readPages<ItemDates>(
        async (after) => {
          const first = Math.min(longestPage, Math.max(shortestPage, left));
          const request = { text: `${text} sort:created-${end}`, after, first };
          const { page, items } = await readResults(run, query, request, repository);
          const inside = page.nodes.filter((item) => isInside(item, terms, range));
          counts.add(page.issueCount);
          for (const { id } of inside) seen.add(id);
          for (const item of items) if (seen.has(item.id)) all.set(item.id, item);
          left = page.issueCount - seen.size;
          return { ...page, nodes: inside };
        },
        // From the other end, all but the result that stopped the first reading.
        { key: ({ id }) => id, isLast: () => end === 'desc' && left <= 1 },
      );
    const { failure } = await readFrom('asc');
    if (failure && left > 1) await readFrom('desc');
    if (failure && left > 1 && seen.size === 0) throw failure;
    count = Math.max(...counts, failure ? range.count : 0);
    const agrees = counts.size === 1 && counts.has(seen.size);
    // Beyond the cap, reading again returns no more. Failures were retried often enough.
    if (agrees || failure || count > searchCap) {
      return { items: [...all.values()], agrees, count };
    }
  }
  return { items: [...all.values()], agrees: false, count };
}

/** A page and its items, which are read by id when GitHub can't give them with the page. */
async function readResults<T extends ItemDates>(
  run: Run,
  query: ItemQuery<T>,
  request: ResultsRequest,
  repository: string,
): Promise<{ page: SearchResults<ItemDates>; items: T[] }> {
  const { type } = query;
  const results = await run.requester.ask(resultsField(query, request));
  if (!(results instanceof Failure)) return { page: results, items: results.nodes };
  const dates = { type, operation: 'Listing', fragment: datesOf(type) } as const;
  const page = await run.requester.ask(resultsField(dates, request));
  if (page instanceof Failure) throw page;
  const items = page.nodes.map(({ id, number }) => ({ id, number, repository }));
  return { page, items: await readByIds(run, query, items) };
}

/** Results that don't belong must not make up for those that are missing. */
function isInside(
  item: ItemDates,
  { by, updatedSince = '' }: SearchTerms,
  range: TimeRange,
): boolean {
  const { createdAt, updatedAt, mergedAt = null } = item;
  if (updatedAt < updatedSince) return false;
  const at = by === 'created' ? createdAt : mergedAt;
  return at !== null && toInstant(range.from) <= at && at < toInstant(range.to);
}
