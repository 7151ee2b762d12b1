import type { Row } from '../../facts/item-dates.ts';
import type { Run } from '../../run.ts';
import { divide, longestPage, ranges, searchCap, type Range } from './ranges.ts';
import { readNodes } from '../one-by-one/by-id.ts';
import { countField, narrowed, readRange, type Terms } from './read-range.ts';
import type { Wanted } from '../one-by-one/item-query.ts';
import { toInstant } from './seconds.ts';
import { listing, listingField } from '../../survey/survey-field.ts';
import { walk } from '../../lists/walk.ts';

/**
 * Pages of one range are read one after the other, ranges side by side: more of them are quicker, but
 * each ends in a page that is not full. So about eight, of at most six pages.
 */
const [sideBySide, longestRange] = [8, 600];

export interface SearchPlan {
  /** `owner/name` */
  repository: string;
  connection: 'pullRequests' | 'issues';
  terms: Terms;
  /** In seconds since 1970, ascending: the first guess at where to split. */
  bounds: readonly number[];
  /** Results between the first and the last bound. */
  count: number;
}

/** Splits the plan's time into ranges that can be read in parallel. */
export async function splitSearch(run: Run, plan: SearchPlan): Promise<Range[]> {
  return split(run, plan, plan.bounds, plan.count);
}

/** All results in the ranges, however many. What cannot be had is noted as lacking. */
export async function searchAll<T extends Row>(
  run: Run,
  wanted: Wanted<T>,
  plan: SearchPlan,
  pieces: readonly Range[],
): Promise<Map<string, T>> {
  const found = await readPieces(run, wanted, plan, pieces);
  return new Map(found.map((item) => [item.id, item]));
}

async function split(
  { requester }: Run,
  { terms }: SearchPlan,
  bounds: readonly number[],
  count: number,
): Promise<Range[]> {
  const pages = Math.max(1, Math.ceil(count / sideBySide / longestPage));
  const size = Math.min(longestRange, pages * longestPage);
  const [from = 0, to = 0] = [bounds[0], bounds.at(-1)];
  // Counting first would take as long as a second page.
  if (count <= Math.max(size, 2 * longestPage)) return [{ from, to, count }];
  return ranges(bounds, size, (from, to) =>
    requester.ask(countField(narrowed(terms, { from, to }))),
  );
}

async function readPieces<T extends Row>(
  run: Run,
  wanted: Wanted<T>,
  plan: SearchPlan,
  pieces: readonly Range[],
): Promise<T[]> {
  run.tally.sliced(pieces.length);
  const read = async (piece: Range) => {
    const items = await readPiece(run, wanted, plan, piece);
    run.tally.sliceRead();
    return items;
  };
  return (await Promise.all(pieces.map(read))).flat();
}

async function readPiece<T extends Row>(
  run: Run,
  wanted: Wanted<T>,
  plan: SearchPlan,
  piece: Range,
): Promise<T[]> {
  const { from, to } = piece;
  if (piece.count > searchCap && to - from === 1 && plan.terms.by === 'created') {
    return readListed(run, wanted, plan, piece);
  }
  const { items, agrees, count } = await readRange(run, wanted, plan, piece);
  if (agrees) return items;
  if (count > searchCap && to - from > 1) {
    const pieces = await split(run, plan, divide(from, to, 2 * sideBySide), count);
    return readPieces(run, wanted, plan, pieces);
  }
  const what = plan.connection === 'issues' ? 'issues' : 'pull requests';
  run.note(
    'results-disagree',
    `GitHub counts ${count} ${what} ${plan.terms.by} from ${toInstant(from)} to ${toInstant(to)}, ` +
      `but gave ${items.length}.`,
    plan.repository,
  );
  return items;
}

/** More than search shows in a single second: an import. The repository's own list has them all. */
async function readListed<T extends Row>(
  run: Run,
  wanted: Wanted<T>,
  { repository, connection }: SearchPlan,
  { from, to }: Range,
): Promise<T[]> {
  const { requester } = run;
  const [first, next] = [toInstant(from), toInstant(to)];
  const all = `repo:${repository} ${connection === 'issues' ? 'is:issue' : 'is:pr'}`;
  const [older, newer] = await Promise.all([
    requester.ask(countField(`${all} created:<${first}`)),
    requester.ask(countField(`${all} created:>=${next}`)),
  ]);
  // From the nearer end of the list.
  const rising = older < newer;
  const list = listing(connection, 'CREATED_AT', rising ? 'ASC' : 'DESC');
  const { nodes, complete } = await walk<Row>(
    (after) => requester.ask(listingField(repository, list, after)),
    {
      ...list,
      isLast: (page) =>
        page.some(({ createdAt }) => (rising ? createdAt >= next : createdAt < first)),
    },
  );
  if (!complete) {
    run.note('list-cut', `The list of what was created at ${first} ended early.`, repository);
  }
  const inside = nodes.filter(({ createdAt }) => first <= createdAt && createdAt < next);
  const named = inside.map(({ id, number }) => ({ id, number, repository }));
  return readNodes(run, wanted, named);
}
