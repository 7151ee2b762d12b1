import { type Cache, openCache } from '../../cache.ts';
import type { Clone } from '../clone/open-clone.ts';
import { CommitGraph } from './commit-graph.ts';
import { MOST_COMMITS, readCommits } from './read-commits.ts';
import { loadGraph, saveGraph } from './saved-graph.ts';

/** Where a graph is kept between runs. */
export interface GraphCache {
  /** The folder of all caches; undefined to keep nothing. */
  folder: string | undefined;
  /** The instant of the run. */
  now: string;
  onUnusable: (message: string) => void;
}

export interface HistoryGraph {
  graph: CommitGraph;
  /** Whether it has the history from its beginning. */
  isWhole: boolean;
}

const QUESTION = 'commits';

/**
 * The whole history of a commit: from the cache, with what is new since it was kept, else from git. One
 * graph is kept for each clone. Commits of a branch that was rewritten stay in it, unreachable.
 */
export async function readGraph(
  clone: Clone,
  tip: string,
  options: GraphCache,
): Promise<HistoryGraph> {
  const cache = await open(clone, options);
  const shallow = [...clone.shallow].toSorted().join(' ');
  const kept = loadGraph(await cache?.get(QUESTION), shallow);
  const graph = kept?.graph ?? new CommitGraph();
  if (kept?.tip !== tip) {
    graph.add(await readCommits(clone.git, tip, kept?.tip ?? null));
    await cache?.put(QUESTION, saveGraph(graph, tip, shallow));
  }
  await cache?.close();
  return { graph, isWhole: clone.shallow.size === 0 && graph.columns.hashes.length < MOST_COMMITS };
}

async function open(
  { git }: Clone,
  { folder, now, onUnusable }: GraphCache,
): Promise<Cache | undefined> {
  if (folder === undefined) return undefined;
  return openCache({ folder, scope: ['clone', git.directory], now, onUnusable });
}
