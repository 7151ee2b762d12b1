import type { ReleaseWithCommits } from '../../first-containing.ts';
import type { ReadTag } from '../clone/read-tags.ts';
import { GitFailure } from '../command/git-failure.ts';
import { LOG } from '../command/isolation.ts';
import { type GitContext, gitOutput } from '../command/run-git.ts';
import type { CommitGraph } from '../people/commit-graph.ts';

/** Of so many tags on other branches git is asked where they left the default branch. */
const mostElsewhere = 50;

/** The history of the default branch. */
interface BranchHistory {
  git: GitContext;
  tip: string;
  graph: CommitGraph;
  /** Whether the graph has all that the clone has of it. */
  isWhole: boolean;
}

/**
 * The commits of the default branch that each tag contains, without those of the tags before it. Unknown
 * where git can't tell them.
 *
 * @param tags in the order of time
 */
export async function commitsOfTags(
  tags: readonly ReadTag[],
  { git, tip, graph, isWhole }: BranchHistory,
): Promise<ReleaseWithCommits[]> {
  const reached = new Set<number>();
  const found: ReleaseWithCommits[] = [];
  let elsewhere = 0;
  for (const { release, commit } of tags) {
    const number = commit === null ? undefined : graph.numberOf(commit);
    let starts: number[] | null = number === undefined ? null : [number];
    if (starts === null && isWhole && (elsewhere += 1) <= mostElsewhere) {
      starts = await branchingPoints(git, `refs/tags/${release.tag}`, tip, graph);
    }
    const commits = starts && isWhole ? newlyReached(graph, starts, reached) : null;
    found.push({ release, commits });
  }
  return found;
}

/** The commits of a branch that a revision outside of it builds on, and itself if it is inside. */
async function branchingPoints(
  git: GitContext,
  revision: string,
  tip: string,
  graph: CommitGraph,
): Promise<number[] | null> {
  const range = ['--boundary', '--format=tformat:%m%H', revision, `^${tip}`, '--'];
  const own = ['--no-walk', '--format=tformat:-%H', revision, '--'];
  try {
    const lines = await gitOutput(git, [...LOG, ...range]);
    const hashes = lines.length > 0 ? lines : await gitOutput(git, [...LOG, ...own]);
    return hashes
      .filter((line) => line.startsWith('-'))
      .flatMap((line) => graph.numberOf(line.slice(1)) ?? []);
  } catch (error) {
    if (error instanceof GitFailure) return null;
    throw error;
  }
}

/** The hashes of what the commits build on, and their own, without what was reached before. */
function newlyReached(
  graph: CommitGraph,
  starts: readonly number[],
  reached: Set<number>,
): Set<string> {
  const hashes = new Set<string>();
  const open = [...starts];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const hash = graph.columns.hashes[at];
    if (hash === undefined || reached.has(at)) continue;
    reached.add(at);
    hashes.add(hash);
    open.push(...graph.parentsOf(at));
  }
  return hashes;
}
