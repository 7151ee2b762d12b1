import type { Person } from '../../../snapshot/schema.ts';
import type { KnownPeople } from '../people/known-people.ts';
import type { PullRequestCommit } from './pull-request-commit.ts';

/**
 * Who merged: the committer of a merge commit, or its author where GitHub committed. Null for a
 * squash or a rebase, which don't record it. Bors merges with an account of its own.
 */
export function committedMerger(
  { commit, mergedBy, message }: PullRequestCommit,
  known: KnownPeople,
): Person | null {
  if (commit.parents.length < 2) return null;
  const merger = known.personOf(mergedBy.committer) ?? known.personOf(mergedBy.author);
  return merger && message?.kind === 'bors' ? { ...merger, type: 'bot' } : merger;
}
