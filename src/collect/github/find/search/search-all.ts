import type { ItemDates } from '../../facts/item-dates.ts';
import { readPages } from '../../lists/read-pages.ts';
import { repositoryList, repositoryListField } from '../../lists/repository-lists.ts';
import type { Run } from '../../run.ts';
import { countField } from '../../survey/count-field.ts';
import { toInstant } from '../../survey/seconds.ts';
import { readByIds } from '../one-by-one/by-id.ts';
import type { ItemQuery } from '../one-by-one/item-query.ts';
import { divideTime, longestPage, searchCap, splitIntoRanges, type TimeRange } from './ranges.ts';
import { withinRange, readRange, type SearchTerms } from './read-range.ts';

/**
 * Ranges are read side by side, the pages of one in turn. More ranges are quicker, but the last page
 * of each isn't full. So there are about eight, of at most six pages.
 */
const [rangesAtOnce, longestRange] = [8, 600];

export interface SearchPlan {
  /** `owner/name` */
  repository: string;
  connection: 'pullRequests' | 'issues';
  terms: SearchTerms;
  /** Where to divide time at first: ascending, in seconds since 1970. */
  bounds: readonly number[];
  /** Results between the first and the last bound. */
  count: number;
}

/** Divides the plan's time into ranges that can be read side by side. */
export async function splitSearch(run: Run, plan: SearchPlan): Promise<TimeRange[]> {
  return split(run, plan, plan.bounds, plan.count);
}

/** All results in the ranges, by id, however many there are. Warns of those that can't be read. */
export async function searchAll<T extends ItemDates>(
  run: Run,
  query: ItemQuery<T>,
  plan: SearchPlan,
  ranges: readonly TimeRange[],
): Promise<Map<string, T>> {
  const found = await readRanges(run, query, plan, ranges);
  return new Map(found.map((item) => [item.id, item]));
}

async function split(
  { requester }: Run,
  { terms }: SearchPlan,
  bounds: readonly number[],
  count: number,
): Promise<TimeRange[]> {
  const pages = Math.max(1, Math.ceil(count / rangesAtOnce / longestPage));
  const size = Math.min(longestRange, pages * longestPage);
  const [from = 0, to = 0] = [bounds[0], bounds.at(-1)];
  // Counting first would take as long as a second page.
  if (count <= Math.max(size, 2 * longestPage)) return [{ from, to, count }];
  return splitIntoRanges(bounds, count, size, (from, to) =>
    requester.ask(countField(withinRange(terms, { from, to }))),
  );
}

async function readRanges<T extends ItemDates>(
  run: Run,
  query: ItemQuery<T>,
  plan: SearchPlan,
  ranges: readonly TimeRange[],
  isAgain = false,
): Promise<T[]> {
  run.tally.addSlices(ranges.length);
  const read = async (range: TimeRange) => {
    const items = await readOrSplit(run, query, plan, range, isAgain);
    run.tally.sliceRead();
    return items;
  };
  return (await Promise.all(ranges.map(read))).flat();
}

/** @param isAgain whether the range is part of one that was split after it was read */
async function readOrSplit<T extends ItemDates>(
  run: Run,
  query: ItemQuery<T>,
  plan: SearchPlan,
  range: TimeRange,
  isAgain: boolean,
): Promise<T[]> {
  const { from, to } = range;
  if (range.count > searchCap && to - from === 1 && plan.terms.by === 'created') {
    return readListed(run, query, plan, range);
  }
  const { items, agrees, count } = await readRange(run, query, plan, range);
  if (agrees) return items;
  if (count > searchCap && to - from > 1 && !isAgain) {
    const smaller = await split(run, plan, divideTime(from, to, 2 * rangesAtOnce), count);
    if (smaller.length > 1) return readRanges(run, query, plan, smaller, true);
  }
  const what = plan.connection === 'issues' ? 'issues' : 'pull requests';
  run.warn(
    'results-disagree',
    `GitHub counts ${count} ${what} ${plan.terms.by} from ${toInstant(from)} to ${toInstant(to)}, ` +
      `but gave ${items.length}.`,
    plan.repository,
  );
  return items;
}

/** An import may make more items in one second than search shows. The repository's list has them all. */
async function readListed<T extends ItemDates>(
  run: Run,
  query: ItemQuery<T>,
  { repository, connection }: SearchPlan,
  { from, to }: TimeRange,
): Promise<T[]> {
  const { requester } = run;
  const [first, next] = [toInstant(from), toInstant(to)];
  const search = `repo:${repository} ${connection === 'issues' ? 'is:issue' : 'is:pr'}`;
  const [older, newer] = await Promise.all([
    requester.ask(countField(`${search} created:<${first}`)),
    requester.ask(countField(`${search} created:>=${next}`)),
  ]);
  // From the nearer end of the list.
  const rising = older < newer;
  const list = repositoryList(connection, 'CREATED_AT', rising ? 'ASC' : 'DESC');
  const { nodes, complete } = await readPages<ItemDates>(
    (after) => requester.ask(repositoryListField(repository, list, after)),
    {
      ...list,
      isLast: (page) =>
        page.some(({ createdAt }) => (rising ? createdAt >= next : createdAt < first)),
    },
  );
  if (!complete) {
    run.warn('list-cut', `The list of items created at ${first} is incomplete.`, repository);
  }
  const inside = nodes.filter(({ createdAt }) => first <= createdAt && createdAt < next);
  const items = inside.map(({ id, number }) => ({ id, number, repository }));
  return readByIds(run, query, items);
}
