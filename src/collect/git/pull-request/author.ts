import { accountOf } from '../../../people/account.ts';
import type { Person } from '../../../snapshot/schema.ts';
import type { PullRequestMerge } from '../history/merge-finder.ts';
import { type MergeMessage, readMergeMessage } from '../history/merge-message.ts';
import { personOf, type Signature } from '../history/signature.ts';
import type { PullRequestCommit } from './pull-request-commit.ts';

/**
 * The last commit of the merged branch, if its author counts as the author of the pull
 * request. Null if the commit is not a merge, or its message names the fork's owner. The owner of a
 * branch in the repository itself (an organisation, as a rule) is not the author.
 */
export function branchTipToRead(
  { pull, commits: [commit] }: PullRequestMerge,
  repository: string,
): string | null {
  const message = readMergeMessage(commit.subject);
  if (!message || forkOwner(message, repository) !== null) return null;
  return branchTip(commit.parents, message, pull.number);
}

/**
 * The author of a pull request, by its first commit. Of a merge commit, the commit's own author is
 * the one who merged; so it may be where a shallow clone cuts off the parents.
 *
 * @param tipAuthors the authors of the merged branches' last commits, by hash
 */
export function authorOf(
  { commit, details, message, pull }: PullRequestCommit,
  tipAuthors: ReadonlyMap<string, Signature>,
  { repository, server }: { repository: string; server: string },
): Person {
  const login = pull.author ?? (message && forkOwner(message, repository));
  if (login !== null) return accountOf(login);
  const tipAuthor = tipAuthors.get(branchTip(commit.parents, message, pull.number) ?? '');
  const isSquash = commit.parents.length < 2 && message?.kind === 'titled';
  const signature = tipAuthor ?? (isSquash ? details.author : undefined);
  return (signature && personOf(signature, server)) ?? { login: null, type: 'user' };
}

/**
 * Who merged: the committer of a merge commit, or its author where GitHub committed. Null for a
 * squash or a rebase, which don't record it. Bors merges with an account of its own.
 */
export function committedMerger(
  { commit, details, message }: PullRequestCommit,
  server: string,
): Person | null {
  if (commit.parents.length < 2) return null;
  const merger = personOf(details.committer, server) ?? personOf(details.author, server);
  return merger && message?.kind === 'bors' ? { ...merger, type: 'bot' } : merger;
}

/** The owner of the fork that was merged: the author, as a rule. */
function forkOwner({ headOwner }: MergeMessage, repository: string): string | null {
  const [owner = ''] = repository.split('/', 1);
  return headOwner?.toLowerCase() === owner.toLowerCase() ? null : headOwner;
}

/** After the first parent, a merge has one for each branch, in the order of the message. */
function branchTip(
  parents: readonly string[],
  message: MergeMessage | null,
  number: number,
): string | null {
  const position = message?.pulls.findIndex((pull) => pull.number === number) ?? 0;
  return parents[position + 1] ?? null;
}
