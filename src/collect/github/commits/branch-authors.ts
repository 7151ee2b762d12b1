import type { PullRequestFacts } from '../facts/item-facts.ts';
import type { BranchCommit } from '../facts/item-lists.ts';
import type { GitActor } from '../facts/people.ts';
import { readRemainingPages } from '../lists/remaining-pages.ts';
import { isBy } from '../people/is-by.ts';
import type { Run } from '../run.ts';
import { authoredFragment, authorList, type AuthoredCommit } from './commit-facts.ts';
import { readCommitsById } from './read-commits-by-id.ts';

/** A commit on the branch of a pull request, with all its authors. */
export interface BranchCommitWithAuthors {
  at: string;
  /** Whether it merges another branch, like the base. */
  isMerge: boolean;
  /** The one of git first. */
  authors: readonly GitActor[];
}

export interface BranchAuthors {
  commits: BranchCommitWithAuthors[];
  /** Those whom the trailers of the merge commit name, or those of the squashed one. */
  merged: readonly GitActor[];
  /** False when some could not be read. */
  complete: boolean;
}

/**
 * All authors of the commits, and which commits are merges. Asks only for commits that may name
 * co-authors or aren't the pull request's own author's: most need no question.
 */
export async function readBranchAuthors(
  run: Run,
  pull: PullRequestFacts,
  commits: readonly BranchCommit[],
): Promise<BranchAuthors> {
  const { mergeCommit } = pull;
  const isUnclear = ({ author, trailers }: BranchCommit) => trailers || !isBy(author, pull);
  const asked = commits.filter(isUnclear).map(({ id }) => id);
  if (mergeCommit?.trailers === true) asked.push(mergeCommit.id);
  const read = await readCommitsById(run, authoredFragment, [...new Set(asked)]);
  let complete = asked.every((id) => read.has(id));
  const authors = new Map(
    await Promise.all(
      [...read.values()].map(async (commit) => {
        const found = await readAuthors(run, commit);
        complete &&= found.complete;
        return [commit.id, found.nodes] as const;
      }),
    ),
  );
  return {
    commits: commits.map(({ id, at, author }) => ({
      at,
      isMerge: (read.get(id)?.parents.length ?? 0) > 1,
      authors: authors.get(id) ?? [author],
    })),
    // The author of a merge is who merged; a squashed commit has its author's name again.
    merged: mergeCommit === null ? [] : (authors.get(mergeCommit.id) ?? []).slice(1),
    complete,
  };
}

/** All authors of a commit, to the end of the list. */
export async function readAuthors({ requester }: Run, { id, authors }: AuthoredCommit) {
  return readRemainingPages(requester, { type: 'Commit', id }, authorList, authors);
}
