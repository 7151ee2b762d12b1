import type { CommitInput, PullRequestInput } from '../input.ts';
import type { PullRequest } from '../item.ts';
import type { Repository } from '../repository.ts';
import type { GitCommit } from './commit.ts';
import { diffOf } from './diff.ts';
import { commitsBetween, mergeBase } from './graph.ts';

/** Sets a branch to a commit; the open pull requests from it follow, as on GitHub. */
export function pushTo(repository: Repository, branch: string, oid: string, at: string): void {
  repository.git.point(branch, oid);
  repository.git.pushedAt = at;
  for (const pull of openFrom(repository, branch)) {
    repository.update(pull.number, { ...contentOf(repository, pull), updatedAt: at });
  }
}

/** Deletes a branch, and closes the open pull requests from it and into it, as GitHub does. */
export function deleteBranch(repository: Repository, branch: string, at: string): void {
  const { git } = repository;
  for (const pull of openFrom(repository, branch)) {
    repository.update(pull.number, { closedAt: at, updatedAt: at });
  }
  for (const pull of openPulls(repository)) {
    if (pull.baseRefName === branch)
      repository.update(pull.number, { closedAt: at, updatedAt: at });
  }
  git.point(branch, null);
}

/** The pull requests that are open and come from a branch of the same repository. */
export function openFrom(repository: Repository, branch: string): PullRequest[] {
  return openPulls(repository).filter(
    ({ headRefName, isCrossRepository }) => headRefName === branch && !isCrossRepository,
  );
}

function openPulls(repository: Repository): PullRequest[] {
  return repository
    .list('PullRequest')
    .filter((item): item is PullRequest => item.__typename === 'PullRequest')
    .filter(({ state }) => state === 'OPEN');
}

/** What a pull request has when its branches are as they are now. */
export function contentOf(
  { git }: Repository,
  { baseRefName, headRefName }: { baseRefName: string; headRefName: string },
): Pick<PullRequestInput, 'headRefOid' | 'commits' | 'files'> {
  const base = git.head(baseRefName);
  const head = git.head(headRefName);
  if (base === null || head === null) return {};
  const start = mergeBase(git, base.oid, head.oid);
  return {
    headRefOid: head.oid,
    commits: commitsBetween(git, base.oid, head.oid).map(asInput).reverse(),
    files: diffOf(start?.files ?? new Map(), head.files),
  };
}

function asInput({ oid, committedDate, message }: GitCommit): CommitInput {
  return { oid, committedDate, message };
}
