import type { MergedBranches } from '../people/merged-branches.ts';
import type { CommitGraph } from '../people/commit-graph.ts';
import type { MergingCommit } from './merging-commit.ts';

/** The shortest hash that messages have: that of `git revert --reference`. */
const SHORTEST = 7;

/** Finds the pull requests of commits that messages name by their hashes, in full or shortened. */
export class NamedCommits {
  readonly #graph: CommitGraph;
  readonly #branches: MergedBranches;
  readonly #merging: readonly Pick<MergingCommit, 'hash' | 'pulls'>[];
  // Both are made for the first name: most periods have none.
  #pulls: ReadonlyMap<string, readonly number[]> | undefined;
  #byStart: Map<string, string[]> | undefined;

  constructor(
    graph: CommitGraph,
    branches: MergedBranches,
    merging: readonly Pick<MergingCommit, 'hash' | 'pulls'>[],
  ) {
    this.#graph = graph;
    this.#branches = branches;
    this.#merging = merging;
  }

  /** Those that the commit merged, or that brought it in; none for an unknown commit. */
  pullsOf(name: string): readonly number[] {
    this.#pulls ??= new Map(
      this.#merging.map(({ hash, pulls }) => [hash, pulls.map(({ number }) => number)]),
    );
    const hash = this.#find(name.toLowerCase());
    let commit = hash === null ? undefined : this.#graph.numberOf(hash);
    while (commit !== undefined) {
      const pulls = this.#pulls.get(this.#graph.columns.hashes[commit] ?? '');
      if (pulls) return pulls;
      commit = this.#branches.broughtInBy(commit);
    }
    return [];
  }

  #find(name: string): string | null {
    if (this.#graph.numberOf(name) !== undefined) return name;
    this.#byStart ??= byStart(this.#graph.columns.hashes);
    const alike = this.#byStart.get(name.slice(0, SHORTEST)) ?? [];
    const [found, other] = alike.filter((hash) => hash.startsWith(name));
    return found === undefined || other !== undefined ? null : found;
  }
}

function byStart(hashes: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const hash of hashes) {
    const start = hash.slice(0, SHORTEST);
    const group = groups.get(start);
    if (group) group.push(hash);
    else groups.set(start, [hash]);
  }
  return groups;
}
