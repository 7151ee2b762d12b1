import { ApiError } from './errors.ts';

export interface PageArguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
}

/** A place in an ordered list, as a cursor holds it. */
type Place = readonly (string | number)[];

export interface ListOptions<T> {
  /** Says which list a cursor belongs to: GitHub's cursors are no use elsewhere. */
  name: string;
  /** The position of an item. Its index, unless given: then inserted items do not shift the others. */
  placeOf?: (item: T) => Place;
  /** At most this many can be read, regardless of the count. */
  reachable?: number;
  /** What `totalCount` says, if not the list's length. */
  total?: number;
}

interface PageFacts {
  nodes: readonly unknown[];
  /** The cursor of the node at an index of the page. */
  cursorAt: (index: number) => string;
  totalCount: number;
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  /** Further counts some connections have: `issueCount`; `filteredCount`, that between the cursors. */
  counts: Readonly<Record<string, unknown>>;
}

/** One page of a connection, with the names of GitHub's schema. */
export class Page {
  readonly #facts: PageFacts;

  constructor(facts: PageFacts) {
    this.#facts = facts;
  }

  get nodes(): readonly unknown[] {
    return this.#facts.nodes;
  }

  get totalCount(): number {
    return this.#facts.totalCount;
  }

  get pageInfo(): PageFacts['pageInfo'] {
    return this.#facts.pageInfo;
  }

  get counts(): PageFacts['counts'] {
    return this.#facts.counts;
  }

  get edges(): { cursor: string; node: unknown }[] {
    return this.nodes.map((node, index) => ({ cursor: this.#facts.cursorAt(index), node }));
  }

  with(changes: Partial<PageFacts>): Page {
    return new Page({ ...this.#facts, ...changes });
  }

  /** The page's first nodes. The others are on the next page. */
  shortened(length: number): Page {
    if (this.nodes.length <= length) return this;
    const nodes = this.nodes.slice(0, length);
    const endCursor = this.#facts.cursorAt(length - 1);
    return this.with({ nodes, pageInfo: { ...this.pageInfo, hasNextPage: true, endCursor } });
  }
}

/** @throws {ApiError} when a cursor is not one of this list */
export function pageOf<T>(
  items: readonly T[],
  { first, last, after, before }: PageArguments,
  options: ListOptions<T>,
): Page {
  const end = Math.min(items.length, options.reachable ?? items.length);
  let from = after ? indexAfter(items, read(after, options.name), options) : 0;
  let to = before ? indexAfter(items, read(before, options.name), options) - 1 : end;
  to = Math.min(Math.max(to, from), end);
  from = Math.min(from, to);
  const filteredCount = to - from;
  if (typeof first === 'number') to = Math.min(to, from + first);
  if (typeof last === 'number') from = Math.max(from, to - last);
  const nodes = items.slice(from, to);
  const cursorAt = (index: number) => {
    const node = nodes[index];
    const place = node === undefined ? undefined : options.placeOf?.(node);
    return write(options.name, place ?? [from + index]);
  };
  return new Page({
    nodes,
    cursorAt,
    totalCount: options.total ?? items.length,
    pageInfo: {
      hasNextPage: to < end,
      hasPreviousPage: from > 0,
      startCursor: nodes.length === 0 ? null : cursorAt(0),
      endCursor: nodes.length === 0 ? null : cursorAt(nodes.length - 1),
    },
    counts: { filteredCount },
  });
}

/** The index of the first item behind the place. */
function indexAfter<T>(items: readonly T[], place: Place, { placeOf }: ListOptions<T>): number {
  if (placeOf === undefined) return Number(place[0]) + 1;
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(placeOf(items[middle] as T), place) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compare(a: Place, b: Place): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}

function write(name: string, place: Place): string {
  return Buffer.from(JSON.stringify(['cursor:v2', name, ...place])).toString('base64');
}

function read(cursor: string, name: string): Place {
  const text = Buffer.from(cursor, 'base64').toString();
  if (text.startsWith(`["cursor:v2",${JSON.stringify(name)},`)) {
    const [, , ...place] = JSON.parse(text) as (string | number)[];
    return place;
  }
  throw new ApiError(
    'INVALID_CURSOR_ARGUMENTS',
    `\`${cursor}\` does not appear to be a valid cursor.`,
  );
}
