import { Failure } from '../request/failures/failure.ts';
import type { Page } from '../facts/list.ts';

/** So often a page that cannot be right is asked for again. */
const patience = 2;
/** So many pages without anything new may follow each other: GitHub hides spam from full pages. */
const barrenPages = 3;
/** No list is longer: 100,000 nodes. */
const mostPages = 1_000;

export interface WalkOptions<T> {
  key(node: T): string;
  /** What was read already, and where to go on. */
  known?: readonly T[];
  after?: string | null;
  /** Whether a page is the last of interest. */
  isLast?(page: readonly T[]): boolean | Promise<boolean>;
  /** Whether nodes that stay null are what they should be. */
  sparse?: boolean;
}

export interface Walked<T> {
  nodes: T[];
  /** False when the list could not be read to its end. */
  complete: boolean;
  /** Why a page could not be had. */
  failure?: Failure;
  /** GitHub answers, but has no such list to give. */
  absent?: boolean;
}

/** Each node once, the last one of each key in the place of the first. */
export function unique<T>(nodes: readonly T[], key: (node: T) => string): T[] {
  return nodes.length < 2
    ? [...nodes]
    : [...new Map(nodes.map((node) => [key(node), node])).values()];
}

/**
 * Reads a list page by page to its end, each node once. It ends for certain: a cursor that repeats or
 * is missing, pages that never end and nodes that are null are asked for again, then given up. A page
 * that cannot be had ends it, too.
 */
export async function walk<T>(
  ask: (after: string | null) => Promise<Page<T> | Failure | null>,
  options: WalkOptions<T>,
): Promise<Walked<T>> {
  const { known = [], sparse = false } = options;
  const nodes = new Map(known.map((node) => [options.key(node), node]));
  let after = options.after ?? null;
  const cursors = new Set([after]);
  let complete = true;
  let barren = 0;
  let failures = 0;
  for (let pages = 0; pages < mostPages;) {
    const page = await ask(after).catch(asFailure);
    if (page instanceof Failure) {
      return { nodes: [...nodes.values()], complete: false, failure: page };
    }
    if (page === null) {
      return { nodes: [...nodes.values()], complete: false, absent: nodes.size === 0 };
    }
    const lost = page.hasNextPage && (page.endCursor === null || cursors.has(page.endCursor));
    if ((lost || page.holes > 0) && failures < patience) {
      failures += 1;
      continue;
    }
    if (page.holes > 0 && !sparse) complete = false;
    const before = nodes.size;
    for (const node of page.nodes) nodes.set(options.key(node), node);
    barren = nodes.size === before ? barren + 1 : 0;
    if (!page.hasNextPage || (await options.isLast?.(page.nodes)) === true) {
      return { nodes: [...nodes.values()], complete };
    }
    if (lost || barren > barrenPages) break;
    after = page.endCursor;
    cursors.add(after);
    failures = 0;
    pages += 1;
  }
  return { nodes: [...nodes.values()], complete: false };
}

/** @throws what ends more than this list */
function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}
