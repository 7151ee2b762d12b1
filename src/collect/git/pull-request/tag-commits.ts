import type { ReleaseWithCommits } from '../../first-containing.ts';
import type { ReadTag } from '../clone/read-tags.ts';
import { nullOnFailure } from '../command/git-failure.ts';
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
  if (!isWhole) return tags.map(({ release }) => ({ release, commits: null }));
  const commits = await commitsByTag(tags, git);
  const isElsewhere = (tag: ReadTag): boolean =>
    graph.numberOf(commits.get(tag) ?? '') === undefined;
  const elsewhere = tags.filter(isElsewhere).slice(0, mostElsewhere);
  const { parents, unreadable } = await readOutside(elsewhere, tip, git);
  const reached = new Set<number>();
  return tags.map((tag) => {
    const { release } = tag;
    const commit = commits.get(tag);
    const isKnown = !isElsewhere(tag) || (elsewhere.includes(tag) && !unreadable.includes(tag));
    if (!isKnown || commit === undefined) return { release, commits: null };
    const starts = branchingPoints(commit, parents, graph);
    return { release, commits: newlyReached(graph, starts, reached) };
  });
}

/** The hashes of the commits of tags, also of tags of tags, as far as git finds them. */
async function commitsByTag(
  tags: readonly ReadTag[],
  git: GitContext,
): Promise<Map<ReadTag, string>> {
  const found = new Map<ReadTag, string>();
  for (const tag of tags) {
    const { commit, release } = tag;
    const hash =
      commit ??
      (
        await nullOnFailure(
          gitOutput(git, ['rev-parse', '--verify', `refs/tags/${release.tag}^{commit}`]),
        )
      )
        ?.join('')
        .trim();
    if (hash !== undefined) found.set(tag, hash);
  }
  return found;
}

interface Outside {
  /** The parents of the commits that tags contain and the branch doesn't, by their hashes. */
  parents: Map<string, string[]>;
  /** The tags of which git can't tell them. */
  unreadable: readonly ReadTag[];
}

/** One command tells of all tags; where it fails, one tells of half of them. */
async function readOutside(
  tags: readonly ReadTag[],
  tip: string,
  git: GitContext,
): Promise<Outside> {
  if (tags.length === 0) return { parents: new Map(), unreadable: [] };
  const revisions = tags.map(({ release }) => `refs/tags/${release.tag}`);
  const args = ['--format=tformat:%H %P', ...revisions, `^${tip}`, '--'];
  const lines = await nullOnFailure(gitOutput(git, [...LOG, ...args]));
  if (lines) {
    const commits = lines.map((line) => line.trim().split(' '));
    const parents = new Map(commits.map(([hash = '', ...others]) => [hash, others]));
    return { parents, unreadable: [] };
  }
  if (tags.length === 1) return { parents: new Map(), unreadable: tags };
  const half = Math.ceil(tags.length / 2);
  const one = await readOutside(tags.slice(0, half), tip, git);
  const other = await readOutside(tags.slice(half), tip, git);
  return {
    parents: new Map([...one.parents, ...other.parents]),
    unreadable: [...one.unreadable, ...other.unreadable],
  };
}

/** The commits of a branch that a commit outside of it builds on, and itself if it is inside. */
function branchingPoints(
  commit: string,
  outside: ReadonlyMap<string, readonly string[]>,
  graph: CommitGraph,
): number[] {
  const found: number[] = [];
  const seen = new Set<string>();
  const open = [commit];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const number = graph.numberOf(at);
    if (number === undefined) open.push(...(outside.get(at) ?? []));
    else found.push(number);
  }
  return found;
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
