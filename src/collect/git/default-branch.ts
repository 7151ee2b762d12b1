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

const USUAL_NAMES = ['main', 'master'];

/**
 * The default branch, whatever is checked out. GitHub's is known as the remote's `HEAD`, which only
 * `git clone` sets; a bare clone's own `HEAD` is a copy of it. Without either: a branch of the usual
 * name, the remote's before the clone's own, then what is checked out. The remote is the one that is
 * the repository (a fork's clone has it as `upstream`), else `origin`.
 *
 * @throws {SourceError} `git-empty`
 */
export async function defaultBranch(
  git: Git,
  { bare, remotes }: Configuration,
  repository: string,
): Promise<DefaultBranch> {
  const remote =
    remotes.find((known) => known.repository?.toLowerCase() === repository.toLowerCase()) ??
    remotes.find(({ name }) => name === 'origin');
  const { remoteHead, branches, checkedOut } = await readBranches(git, remote?.name ?? 'origin');

  const known = remoteHead ?? (bare ? checkedOut : undefined);
  if (known) return { ...known, ratherThan: null };
  const standing = checkedOut?.name ?? null;
  const names = USUAL_NAMES.filter((name) => name === standing).concat(USUAL_NAMES);
  const usual = names.flatMap((usualName) => branches.filter(({ name }) => name === usualName));
  const guess =
    usual.find((branch) => branch.remote !== null) ??
    usual[0] ??
    checkedOut ??
    (branches.length === 1 ? branches[0] : undefined);
  if (guess) return { ...guess, ratherThan: guess.name === standing ? null : standing };
  return { name: null, tip: await detachedHead(git), remote: null, ratherThan: null };
}

interface Branches {
  /** The remote's default branch. */
  remoteHead: Branch | undefined;
  /** All local ones, and the remote's of the usual names. */
  branches: Branch[];
  checkedOut: Branch | undefined;
}

async function readBranches(git: Git, remote: string): Promise<Branches> {
  const tracking = `refs/remotes/${remote}/`;
  const fields = await gitOutput(git, [
    'for-each-ref',
    '--format=%(refname)%00%(symref)%00%(objectname)%00%(HEAD)%00',
    'refs/heads/',
    ...['HEAD', ...USUAL_NAMES].map((name) => tracking + name),
  ]);
  const found: Branches = { remoteHead: undefined, branches: [], checkedOut: undefined };
  for (let at = 0; at + 3 < fields.length; at += 4) {
    const [refname = '', target = '', tip = '', star = ''] = fields.slice(at, at + 4);
    const ref = refname.trimStart();
    if (ref === `${tracking}HEAD`) {
      if (target.startsWith(tracking)) {
        found.remoteHead = { name: target.slice(tracking.length), tip, remote };
      }
      continue;
    }
    const isLocal = ref.startsWith('refs/heads/');
    const name = ref.slice(isLocal ? 'refs/heads/'.length : tracking.length);
    const branch = { name, tip, remote: isLocal ? null : remote };
    found.branches.push(branch);
    if (star === '*') found.checkedOut = branch;
  }
  return found;
}

async function detachedHead(git: Git): Promise<string> {
  try {
    const [commit = ''] = await gitOutput(git, [
      'rev-parse',
      '--verify',
      '--quiet',
      'HEAD^{commit}',
    ]);
    return commit.trim();
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    throw new SourceError('git-empty', `No branch in ${git.directory} has a commit yet.`, {
      hint: 'Fetch the branch to report, or name another clone with --git-dir.',
      cause: error,
    });
  }
}
