import type { CommitDetails } from '../history/commit-details.ts';
import type { PullRequestMerge } from '../history/merge-finder.ts';
import {
  type MergeMessage,
  type NamedPullRequest,
  readMergeMessage,
} from '../history/merge-message.ts';
import type { MergingCommit } from '../history/merging-commit.ts';

/** One commit that merges a pull request, with everything that was read of it. */
export interface PullRequestCommit {
  commit: MergingCommit;
  details: CommitDetails;
  message: MergeMessage | null;
  /** As the whole message names it. */
  pull: NamedPullRequest;
}

/** The commits of a merge, oldest first. */
export function commitsOf(
  merge: PullRequestMerge,
  detailsByHash: ReadonlyMap<string, CommitDetails>,
): PullRequestCommit[] {
  return merge.commits.map((commit) => {
    const details = detailsByHash.get(commit.hash);
    if (details === undefined) throw new Error(`git diff-tree left out ${commit.hash}`);
    const message = readMergeMessage(details.message);
    const pull = message?.pulls.find(({ number }) => number === merge.pull.number);
    return { commit, details, message, pull: pull ?? merge.pull };
  });
}
