import { SourceError } from '../../errors.ts';
import { type Git, GitFailure, gitOutput } from './git.ts';
import type { Configuration } from './remotes.ts';

export interface Branch {
  /** Short, like `main`; null for a detached commit. */
  name: string | null;
  /** The commit it stood at when it was looked up. */
  tip: string;
  /** The remote whose branch it is, as last fetched; null for a local one. */
  remote: string | null;
}

export interface DefaultBranch extends Branch {
  /** What is checked out, when another branch was taken for the default by its name alone. */
  ratherThan: string | null;
}

/** A branch reference as git lists it. */
export interface Ref {
  /** In full, like `refs/remotes/origin/HEAD`. */
  name: string;
  /** What it points to, when it is symbolic; empty, else. */
  target: string;
  commit: string;
  checkedOut: boolean;
}

const USUAL_NAMES = ['main', 'master'];
const LOCAL = 'refs/heads/';

/** The clone's own branches, and of each remote those that may be its default. */
export async function readRefs(git: Git): Promise<Ref[]> {
  const fields = await gitOutput(git, [
    'for-each-ref',
    '--format=%(refname)%00%(symref)%00%(objectname)%00%(HEAD)%00',
    LOCAL,
    ...['HEAD', ...USUAL_NAMES].map((name) => `refs/remotes/**/${name}`),
  ]);
  const refs: Ref[] = [];
  for (let at = 0; at + 3 < fields.length; at += 4) {
    const [name = '', target = '', commit = '', star = ''] = fields.slice(at, at + 4);
    refs.push({ name: name.trimStart(), target, commit, checkedOut: star === '*' });
  }
  return refs;
}

/**
 * The default branch, whatever is checked out; null when there is no branch. GitHub's is known as the
 * remote's `HEAD`, which only `git clone` sets; a bare clone's own `HEAD` is a copy of it. Without
 * either: a branch of the usual name, the remote's before the clone's own, then what is checked out.
 * The remote is the one that is the repository (a fork's clone has it as `upstream`), else `origin`.
 */
export function defaultBranch(
  refs: readonly Ref[],
  { bare, remotes }: Configuration,
  repository: string,
): DefaultBranch | null {
  const remote =
    remotes.find((known) => known.repository?.toLowerCase() === repository.toLowerCase())?.name ??
    'origin';
  const tracking = `refs/remotes/${remote}/`;
  const branches = refs.flatMap((ref) => branchOf(ref, remote, tracking) ?? []);
  const remoteHead = refs.find(({ name }) => name === `${tracking}HEAD`);
  if (remoteHead?.target.startsWith(tracking)) {
    const name = remoteHead.target.slice(tracking.length);
    return { name, tip: remoteHead.commit, remote, ratherThan: null };
  }
  const standing = refs.find(({ checkedOut }) => checkedOut);
  const checkedOut = standing && branchOf(standing, remote, tracking);
  if (bare && checkedOut) return { ...checkedOut, ratherThan: null };

  const current = checkedOut?.name ?? null;
  const names = USUAL_NAMES.filter((name) => name === current).concat(USUAL_NAMES);
  const usual = names.flatMap((usualName) => branches.filter(({ name }) => name === usualName));
  const [first, ...others] = branches.filter((branch) => branch.remote === null);
  const guess =
    usual.find((branch) => branch.remote !== null) ??
    usual[0] ??
    checkedOut ??
    (others.length === 0 ? first : undefined);
  return guess ? { ...guess, ratherThan: guess.name === current ? null : current } : null;
}

function branchOf(ref: Ref, remote: string, tracking: string): Branch | null {
  if (ref.name.startsWith(LOCAL)) {
    return { name: ref.name.slice(LOCAL.length), tip: ref.commit, remote: null };
  }
  if (!ref.name.startsWith(tracking) || ref.target !== '') return null;
  return { name: ref.name.slice(tracking.length), tip: ref.commit, remote };
}

/**
 * The commit that is checked out without a branch, for a clone that has none.
 *
 * @throws {SourceError} `git-empty`
 */
export async function detachedHead(git: Git): Promise<DefaultBranch> {
  try {
    const question = ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'];
    const [commit = ''] = await gitOutput(git, question);
    return { name: null, tip: commit.trim(), remote: null, ratherThan: null };
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    throw new SourceError('git-empty', `No branch in ${git.directory} has a commit yet.`, {
      hint: 'Fetch the branch to report, or name another clone with --git-dir.',
      cause: error,
    });
  }
}
