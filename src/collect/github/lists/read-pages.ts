import type { ListPage } from '../facts/list.ts';
import { Failure } from '../request/failures/failure.ts';

/** How often a page that can't be right is asked for again. */
const rereads = 2;
/** How many pages in a row may bring nothing new: GitHub hides spam from full pages. */
const mostBarrenPages = 3;
/** 100,000 nodes. No list is longer. */
const mostPages = 1_000;

export interface ReadPagesOptions<T> {
  key(node: T): string;
  /** Nodes that were read before, and the cursor behind them. */
  known?: readonly T[];
  after?: string | null;
  /** Whether no later page matters. */
  isLast?(page: readonly T[]): boolean | Promise<boolean>;
  /** Whether nodes may stay null. */
  sparse?: boolean;
}

export interface PagesRead<T> {
  nodes: T[];
  /** False when the list could not be read to its end. */
  complete: boolean;
  /** Why a page could not be read. */
  failure?: Failure;
  /** GitHub answers, but has no such list. */
  absent?: boolean;
}

/** Each node once: the last of each key, at the position of the first. */
export function uniqueNodes<T>(nodes: readonly T[], key: (node: T) => string): T[] {
  return nodes.length < 2
    ? [...nodes]
    : [...new Map(nodes.map((node) => [key(node), node])).values()];
}

/**
 * Reads a list page by page to its end, each node once. It always terminates: after a cursor that
 * repeats or is missing, after null nodes, and after pages without anything new, it asks again, then
 * gives up. It also ends at a page that can't be read.
 */
export async function readPages<T>(
  ask: (after: string | null) => Promise<ListPage<T> | Failure | null>,
  options: ReadPagesOptions<T>,
): Promise<PagesRead<T>> {
  const { known = [], sparse = false } = options;
  const nodes = new Map(known.map((node) => [options.key(node), node]));
  let after = options.after ?? null;
  const cursors = new Set([after]);
  let complete = true;
  let barrenPages = 0;
  let attempts = 0;
  for (let pages = 0; pages < mostPages;) {
    const page = await ask(after).catch(asFailure);
    if (page instanceof Failure) {
      return { nodes: [...nodes.values()], complete: false, failure: page };
    }
    if (page === null) {
      return { nodes: [...nodes.values()], complete: false, absent: nodes.size === 0 };
    }
    const isStuck = page.hasNextPage && (page.endCursor === null || cursors.has(page.endCursor));
    if ((isStuck || page.holes > 0) && attempts < rereads) {
      attempts += 1;
      continue;
    }
    if (page.holes > 0 && !sparse) complete = false;
    const before = nodes.size;
    for (const node of page.nodes) nodes.set(options.key(node), node);
    barrenPages = nodes.size === before ? barrenPages + 1 : 0;
    if (!page.hasNextPage || (await options.isLast?.(page.nodes)) === true) {
      return { nodes: [...nodes.values()], complete };
    }
    if (isStuck || barrenPages > mostBarrenPages) break;
    after = page.endCursor;
    cursors.add(after);
    attempts = 0;
    pages += 1;
  }
  return { nodes: [...nodes.values()], complete: false };
}

/** @throws anything that isn't a failure of this list alone */
function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}
