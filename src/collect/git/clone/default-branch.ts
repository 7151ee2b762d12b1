import { SourceError } from '../../../errors.ts';
import { GitFailure } from '../command/git-failure.ts';
import { LOG } from '../command/isolation.ts';
import { type GitContext, gitOutput } from '../command/run-git.ts';
import {
  type Branch,
  branchOf,
  otherUsualBranch,
  readBranchRefs,
  type BranchRef,
  trackingPrefix,
} from './branches.ts';
import { USUAL_BRANCHES } from '../../usual-branches.ts';
import { continues } from './continues.ts';
import { type CloneConfiguration, readConfiguration } from './configuration.ts';

interface ChosenBranch extends Branch {
  /** The branch that is checked out, if another one was taken for the default by its name alone. */
  insteadOf: string | null;
}

export interface DefaultBranch extends ChosenBranch {
  /** The names it had before it was renamed, as far as the clone has their branches. */
  earlierNames: string[];
  /** A branch with a usual name that has a history of its own; null without one. */
  rival: {
    name: string;
    /** The committer date of its latest commit, in seconds since 1970; NaN when git cannot read it. */
    time: number;
  } | null;
}

/**
 * The configuration of a clone, and the default branch of the repository (`owner/name`) in it,
 * regardless of checkouts. `server` is like `https://github.com`.
 *
 * @throws {SourceError} `git-empty`
 */
export async function readDefaultBranch(
  git: GitContext,
  server: string,
  repository: string,
): Promise<{ configuration: CloneConfiguration; branch: DefaultBranch }> {
  const [configuration, refs] = await Promise.all([
    readConfiguration(git, server),
    readBranchRefs(git),
  ]);
  const chosen = chooseBranch(refs, configuration, repository) ?? (await detachedHead(git));
  return { configuration, branch: await withOtherNames(git, chosen, refs) };
}

/**
 * A clone remembers the default branch of the day it was made. Where the other usual name continues
 * the line of the chosen one, the branch was renamed, and it is the one to read.
 */
async function withOtherNames(
  git: GitContext,
  chosen: ChosenBranch,
  refs: readonly BranchRef[],
): Promise<DefaultBranch> {
  const alone = { ...chosen, earlierNames: [], rival: null };
  const branch = otherUsualBranch(refs, chosen);
  if (!branch?.name || chosen.name === null || branch.tip === chosen.tip) return alone;
  if (await continues(git, { line: branch.tip, from: chosen.tip })) {
    return { ...chosen, ...branch, earlierNames: [chosen.name], rival: null };
  }
  if (await continues(git, { line: chosen.tip, from: branch.tip })) {
    return { ...alone, earlierNames: [branch.name] };
  }
  return { ...alone, rival: { name: branch.name, time: await commitTime(git, branch.tip) } };
}

/**
 * Null without any branch. GitHub's default branch is known as the remote's `HEAD`, which only
 * `git clone` sets; a bare clone's own `HEAD` is a copy of it. Without either: a branch with a usual
 * name, the remote's before the local one, then the checked-out one. The remote is the one with the
 * repository's address (`upstream` in a fork's clone) if it was ever fetched, else `origin`.
 */
function chooseBranch(
  refs: readonly BranchRef[],
  { bare, remotes }: CloneConfiguration,
  repository: string,
): ChosenBranch | null {
  const named = remotes.filter(
    (known) => known.repository?.toLowerCase() === repository.toLowerCase(),
  );
  const isFetched = ({ name }: { name: string }): boolean =>
    refs.some((ref) => ref.name.startsWith(trackingPrefix(name)));
  const remote = named.find(isFetched)?.name ?? 'origin';
  const tracking = trackingPrefix(remote);
  const remoteHead = refs.find(({ name }) => name === `${tracking}HEAD`);
  if (remoteHead?.target.startsWith(tracking)) {
    const name = remoteHead.target.slice(tracking.length);
    return { name, tip: remoteHead.commit, remote, insteadOf: null };
  }
  const head = refs.find(({ checkedOut }) => checkedOut);
  const checkedOut = head && branchOf(head, remote);
  if (bare && checkedOut) return { ...checkedOut, insteadOf: null };

  const current = checkedOut?.name ?? null;
  const branches = refs.flatMap((ref) => branchOf(ref, remote) ?? []);
  const names = USUAL_BRANCHES.filter((name) => name === current).concat(USUAL_BRANCHES);
  const usual = names.flatMap((usualName) => branches.filter(({ name }) => name === usualName));
  const [first, ...others] = branches.filter((branch) => branch.remote === null);
  const guess =
    usual.find((branch) => branch.remote !== null) ??
    usual[0] ??
    checkedOut ??
    (others.length === 0 ? first : undefined);
  return guess ? { ...guess, insteadOf: guess.name === current ? null : current } : null;
}

async function commitTime(git: GitContext, commit: string): Promise<number> {
  const [time = ''] = await gitOutput(git, [...LOG, '-1', '--format=tformat:%ct', commit, '--']);
  return Number.parseInt(time, 10);
}

/** The commit that is checked out in a clone without branches. */
async function detachedHead(git: GitContext): Promise<ChosenBranch> {
  try {
    const [commit = ''] = await gitOutput(git, [
      ...['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'],
    ]);
    return { name: null, tip: commit.trim(), remote: null, insteadOf: null };
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    throw new SourceError('git-empty', `No branch in ${git.directory} has a commit yet.`, {
      hint: 'Fetch the branch to report on, or name another clone with --git-dir.',
      cause: error,
    });
  }
}
