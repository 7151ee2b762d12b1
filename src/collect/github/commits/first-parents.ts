/** A commit with the hashes of its parents; null for one that GitHub left out. */
interface CommitWithParents {
  oid: string;
  parents: readonly (string | null)[];
  /** Whether it merges the branch into itself, so that each parent was the branch. */
  isOwn: boolean;
}

/**
 * The hashes of the commits that only a merge brought: they are reached from a parent other than the first,
 * and from no first parent.
 *
 * @param commits newest first
 */
export function offFirstParents(commits: readonly CommitWithParents[]): Set<string> {
  const known = new Map(commits.map((commit) => [commit.oid, commit]));
  const walk = (starts: readonly (string | null)[], follow: (one: CommitWithParents) => number) => {
    const reached = new Set<string>();
    const open = [...starts];
    for (let oid = open.pop(); oid !== undefined; oid = open.pop()) {
      const commit = oid === null ? undefined : known.get(oid);
      if (commit === undefined || reached.has(commit.oid)) continue;
      reached.add(commit.oid);
      open.push(...commit.parents.slice(0, follow(commit)));
    }
    return reached;
  };
  const all = ({ parents }: CommitWithParents) => parents.length;
  const onBranch = (commit: CommitWithParents) => (commit.isOwn ? all(commit) : 1);
  const brought = walk(
    commits.flatMap((commit) => commit.parents.slice(onBranch(commit))),
    all,
  );
  const parents = new Set(commits.flatMap((commit) => commit.parents));
  // What is no known commit's parent is where the branch was when somebody pushed.
  const tips = commits.map(({ oid }) => oid).filter((oid) => !parents.has(oid));
  const branch = walk(tips, onBranch);
  return new Set([...brought].filter((oid) => !branch.has(oid)));
}
