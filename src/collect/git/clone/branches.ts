import { USUAL_BRANCHES } from '../../usual-branches.ts';
import { type GitContext, gitOutput } from '../command/run-git.ts';

export interface Branch {
  /** Short, like `main`; null for a detached commit. */
  name: string | null;
  /** Its latest commit when it was read. */
  tip: string;
  /** The remote that has the branch, as last fetched; null for a local branch. */
  remote: string | null;
}

/** A reference to a branch, as git lists it. */
export interface BranchRef {
  /** In full, like `refs/remotes/origin/HEAD`. */
  name: string;
  /** What a symbolic reference points to; empty for others. */
  target: string;
  commit: string;
  checkedOut: boolean;
}

const LOCAL = 'refs/heads/';

/** All local branches, and those of each remote that may be its default branch. */
export async function readBranchRefs(git: GitContext): Promise<BranchRef[]> {
  const fields = await gitOutput(git, [
    'for-each-ref',
    '--format=%(refname)%00%(symref)%00%(objectname)%00%(HEAD)%00',
    LOCAL,
    ...['HEAD', ...USUAL_BRANCHES].map((name) => `refs/remotes/**/${name}`),
  ]);
  const refs: BranchRef[] = [];
  for (let at = 0; at + 3 < fields.length; at += 4) {
    const [name = '', target = '', commit = '', star = ''] = fields.slice(at, at + 4);
    refs.push({ name: name.trimStart(), target, commit, checkedOut: star === '*' });
  }
  return refs;
}

/** The branch of the same remote, or the other local one, that has another of the usual names. */
export function otherUsualBranch(
  refs: readonly BranchRef[],
  { name, remote }: Branch,
): Branch | null {
  if (name === null || !USUAL_BRANCHES.includes(name)) return null;
  for (const ref of refs) {
    const branch = branchOf(ref, remote ?? '');
    const isOther = branch?.remote === remote && branch.name !== name;
    if (isOther && USUAL_BRANCHES.includes(branch.name ?? '')) return branch;
  }
  return null;
}

/** The local branch, or the remote's branch, that a reference is; null for any other reference. */
export function branchOf(ref: BranchRef, remote: string): Branch | null {
  if (ref.name.startsWith(LOCAL)) {
    return { name: ref.name.slice(LOCAL.length), tip: ref.commit, remote: null };
  }
  const tracking = trackingPrefix(remote);
  if (!ref.name.startsWith(tracking) || ref.target !== '') return null;
  return { name: ref.name.slice(tracking.length), tip: ref.commit, remote };
}

/** What the references to the branches of a remote begin with. */
export function trackingPrefix(remote: string): string {
  return `refs/remotes/${remote}/`;
}
