import * as v from 'valibot';
import { pageInfo, readPage, type Page } from '../../facts/list.ts';
import { rowOf, type Row } from '../../facts/item-dates.ts';
import { walk } from '../../lists/walk.ts';
import { Failure } from '../../request/failures/failure.ts';
import { onlyPart, type Field } from '../../request/field.ts';
import type { Run } from '../../run.ts';
import { readNodes } from '../one-by-one/by-id.ts';
import { longestPage, searchCap, type Range } from './ranges.ts';
import { toInstant } from './seconds.ts';
import { fitting, weightOf, type Wanted } from '../one-by-one/item-query.ts';

const fewest = 10;
/** How often a range whose numbers disagree is read. */
const readings = 3;

/** Qualifiers without a date, and the date that narrows them: one that never changes. */
export interface Terms {
  text: string;
  /** The text's `updated:>=`, to tell what does not belong. */
  updatedSince?: string;
  by: 'created' | 'merged';
}

export interface Reading<T> {
  items: T[];
  /** Whether each page counted as many results as came. */
  agrees: boolean;
  /** The highest count. */
  count: number;
}

/** How many results a search has: the only part of it without a limit. */
export function countField(text: string): Field<number> {
  return {
    operation: 'Counts',
    text: 'search(type: ISSUE, query: $text, first: 1) { issueCount }',
    variables: { text: { type: 'String!', value: text } },
    units: 1,
    read: (value) => v.parse(counted, value).issueCount,
  };
}

/** The search of one range. Ends are inclusive in GitHub's search, half-open here. */
export function narrowed({ text, by }: Terms, { from, to }: Pick<Range, 'from' | 'to'>): string {
  return `${text} ${by}:${toInstant(from)}..${toInstant(to - 1)}`;
}

/**
 * Reads all results of one range. What came is compared with what GitHub counts, and read again when
 * they disagree: an index that moves, a page that dropped something. Where a page cannot be had, what
 * is behind it is read from the other end.
 *
 * @throws {Failure} when GitHub gives none of several
 */
export async function readRange<T extends Row>(
  run: Run,
  wanted: Wanted<T>,
  { repository, terms }: { repository: string; terms: Terms },
  range: Range,
): Promise<Reading<T>> {
  const text = narrowed(terms, range);
  const all = new Map<string, T>();
  let count = 0;
  for (let reading = 1; reading <= readings; reading++) {
    const counts = new Set<number>();
    const seen = new Set<string>();
    let left = range.count;
    const from = (end: 'asc' | 'desc') =>
      walk<Row>(
        async (after) => {
          // Counts are a hint: a few more than none, lest a wrong one cost a page each.
          const first = Math.min(longestPage, Math.max(fewest, left));
          const place = { text: `${text} sort:created-${end}`, after, first };
          const { page, items } = await resultsOf(run, wanted, place, repository);
          const inside = page.nodes.filter((item) => isInside(item, terms, range));
          counts.add(page.issueCount);
          for (const { id } of inside) seen.add(id);
          for (const item of items) if (seen.has(item.id)) all.set(item.id, item);
          left = page.issueCount - seen.size;
          return { ...page, nodes: inside };
        },
        // The last one is what the other end stopped at.
        { key: ({ id }) => id, isLast: () => end === 'desc' && left <= 1 },
      );
    const { failure } = await from('asc');
    if (failure && left > 1) await from('desc');
    if (failure && left > 1 && seen.size === 0) throw failure;
    count = Math.max(...counts, failure ? range.count : 0);
    const agrees = counts.size === 1 && counts.has(seen.size);
    // Beyond the cap, reading again shows no more; what failed was tried often enough.
    if (agrees || failure || count > searchCap) {
      return { items: [...all.values()], agrees, count };
    }
  }
  return { items: [...all.values()], agrees: false, count };
}

/** A page of a search. */
interface Place {
  text: string;
  after: string | null;
  first: number;
}

/** The page and its items, which are read by their ids where GitHub cannot give them with it. */
async function resultsOf<T extends Row>(
  run: Run,
  wanted: Wanted<T>,
  place: Place,
  repository: string,
): Promise<{ page: Results<Row>; items: T[] }> {
  const { typename } = wanted;
  const whole = await run.requester.ask(resultsField(wanted, place));
  if (!(whole instanceof Failure)) return { page: whole, items: whole.nodes };
  const selection = rowOf(typename);
  const rows = { typename, operation: 'Listing', selection } as const;
  const page = await run.requester.ask(resultsField(rows, place));
  if (page instanceof Failure) throw page;
  const named = page.nodes.map(({ id, number }) => ({ id, number, repository }));
  return { page, items: await readNodes(run, wanted, named) };
}

/** What a server adds on its own must not make up for what it left out. */
function isInside(item: Row, { by, updatedSince = '' }: Terms, range: Range): boolean {
  const { createdAt, updatedAt, mergedAt = null } = item;
  if (updatedAt < updatedSince) return false;
  const at = by === 'created' ? createdAt : mergedAt;
  return at !== null && toInstant(range.from) <= at && at < toInstant(range.to);
}

const counted = v.object({ issueCount: v.number() });

type Results<T> = Page<T> & { issueCount: number };

/** One page of results, sorted: without a sort, pages overlap and drop items. */
function resultsField<T>(
  wanted: Wanted<T>,
  { text, after, first }: Place,
): Field<Results<T> | Failure> {
  const { typename, operation, selection } = wanted;
  const node = v.pipe(
    v.looseObject({ __typename: v.string() }),
    v.transform((raw) => (raw.__typename === typename ? selection.read(raw) : null)),
  );
  const shrink = (units: number) => {
    const lighter = fitting(wanted, units);
    const place = { text, after, first: Math.min(first, lighter.size) };
    return { fields: [resultsField(lighter.wanted, place)], join: onlyPart };
  };
  return {
    operation,
    text:
      'search(type: ISSUE, query: $text, first: $first, after: $after) ' +
      `{ issueCount ${pageInfo} nodes { __typename ...${selection.name} } }`,
    fragments: [selection.fragment],
    variables: {
      text: { type: 'String!', value: text },
      first: { type: 'Int!', value: first },
      after: { type: 'String', value: after },
    },
    units: first * weightOf(selection),
    // The last pages of many ranges together make full ones.
    patient: after !== null && first < longestPage,
    read(value) {
      const { issueCount } = v.parse(counted, value);
      return { ...readPage({ node }, value), issueCount };
    },
    shrink: first > 1 || selection.slim ? shrink : undefined,
    lost: (failure) => failure,
  };
}
