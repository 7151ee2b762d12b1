import * as v from 'valibot';
import type { IssueFacts, Selection } from '../read/items.ts';
import type { Kind } from '../read/kinds.ts';
import { pageInfo, readPage, type Page } from '../read/list.ts';
import { walk } from '../read/walk.ts';
import { onlyPart, type Field, type Operation } from '../request/field.ts';
import type { Requester } from '../request/requester.ts';
import { longestPage, searchCap, type Range } from './ranges.ts';
import { toInstant } from './seconds.ts';

const fewest = 10;
/** How often a range whose numbers disagree is read. */
const readings = 3;

/** What is wanted of each item, under which operation. */
export interface Wanted<T> {
  typename: Kind<IssueFacts>['typename'];
  operation: Operation;
  selection: Selection<T>;
}

/** Qualifiers without a date, and the date that narrows them: one that never changes. */
export interface Terms {
  text: string;
  /** The text's `updated:>=`, to tell what does not belong. */
  updatedSince?: string;
  by: 'created' | 'merged';
}

/** What can be searched for by a date. */
export interface Dated {
  id: string;
  createdAt: string;
  updatedAt: string;
  mergedAt?: string | null;
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
 * they disagree: an index that moves, a page that dropped something.
 */
export async function readRange<T extends Dated>(
  requester: Requester,
  wanted: Wanted<T>,
  terms: Terms,
  range: Range,
): Promise<Reading<T>> {
  const text = narrowed(terms, range);
  const all = new Map<string, T>();
  let count = 0;
  for (let reading = 1; reading <= readings; reading++) {
    const counts = new Set<number>();
    const seen = new Set<string>();
    let left = range.count;
    const { nodes } = await walk(
      async (after) => {
        // Counts are a hint: a few more than none, lest a wrong one cost a page each.
        const first = Math.min(longestPage, Math.max(fewest, left));
        const page = await requester.ask(resultsField(wanted, text, after, first));
        const inside = page.nodes.filter((item) => isInside(item, terms, range));
        counts.add(page.issueCount);
        for (const { id } of inside) seen.add(id);
        left = page.issueCount - seen.size;
        return { ...page, nodes: inside };
      },
      { key: ({ id }) => id },
    );
    for (const item of nodes) all.set(item.id, item);
    count = Math.max(...counts);
    const agrees = counts.size === 1 && counts.has(nodes.length);
    // Beyond the cap, reading again shows no more.
    if (agrees || count > searchCap) return { items: [...all.values()], agrees, count };
  }
  return { items: [...all.values()], agrees: false, count };
}

/** What a server adds on its own must not make up for what it left out. */
function isInside(item: Dated, { by, updatedSince = '' }: Terms, range: Range): boolean {
  const { createdAt, updatedAt, mergedAt = null } = item;
  if (updatedAt < updatedSince) return false;
  const at = by === 'created' ? createdAt : mergedAt;
  return at !== null && toInstant(range.from) <= at && at < toInstant(range.to);
}

const counted = v.object({ issueCount: v.number() });

/** One page of results, sorted: without a sort, pages overlap and drop items. */
function resultsField<T>(
  wanted: Wanted<T>,
  text: string,
  after: string | null,
  first: number,
): Field<Page<T> & { issueCount: number }> {
  const { typename, operation, selection } = wanted;
  const node = v.pipe(
    v.looseObject({ __typename: v.string() }),
    v.transform((raw) => (raw.__typename === typename ? selection.read(raw) : null)),
  );
  return {
    operation,
    text:
      'search(type: ISSUE, query: $text, first: $first, after: $after) ' +
      `{ issueCount ${pageInfo} nodes { __typename ...${selection.name} } }`,
    fragments: [selection.fragment],
    variables: {
      text: { type: 'String!', value: `${text} sort:created-asc` },
      first: { type: 'Int!', value: first },
      after: { type: 'String', value: after },
    },
    units: first,
    // The last pages of many ranges together make full ones.
    patient: after !== null && first < longestPage,
    read(value) {
      const { issueCount } = v.parse(counted, value);
      return { ...readPage({ node }, value), issueCount };
    },
    shrink: (units) => ({
      fields: [resultsField(wanted, text, after, units)],
      join: onlyPart,
    }),
  };
}
