import type { ChangedFile } from '../../../snapshot/schema.ts';
import type { CommitDetails } from '../history/commit-details.ts';
import type { PullRequestMerge } from '../history/merge-finder.ts';
import {
  type MergeMessage,
  type NamedPullRequest,
  readMergeMessage,
} from '../history/merge-message.ts';
import type { MergingCommit } from '../history/merging-commit.ts';
import type { OwnRepository } from '../history/number-trailers.ts';
import { type BatchFiles, batchKey } from './batch-files.ts';

/** One commit that merges a pull request, with everything that was read of it. */
export interface PullRequestCommit {
  commit: MergingCommit;
  details: CommitDetails;
  /** What was read of the commit that merged it, which is another one in a rollup. */
  mergedBy: CommitDetails;
  /** Those of the pull request alone; null when they are unknown. */
  files: readonly ChangedFile[] | null;
  message: MergeMessage | null;
  /** As the whole message names it. */
  pull: NamedPullRequest;
}

/** What was read of commits. */
export interface ReadCommits {
  /** By hash. */
  commits: ReadonlyMap<string, CommitDetails>;
  batchFiles: BatchFiles;
  /** The commits whose parents a shallow clone lacks. */
  shallow: ReadonlySet<string>;
}

/** The commits of a merge, oldest first. */
export function commitsOf(
  merge: PullRequestMerge,
  read: ReadCommits,
  project: OwnRepository,
): PullRequestCommit[] {
  const { number } = merge.pull;
  return merge.commits.map((commit) => {
    const details = detailsOf(commit, read);
    const message = readMergeMessage(details.message, project);
    const pull = message?.pulls.find((named) => named.number === number) ?? merge.pull;
    const mergedBy = commit.rollup ? detailsOf(commit.rollup, read) : details;
    return { commit, details, mergedBy, message, pull, files: filesOf(commit, number, read) };
  });
}

function detailsOf({ hash }: MergingCommit, { commits }: ReadCommits): CommitDetails {
  const details = commits.get(hash);
  if (details === undefined) throw new Error(`git diff-tree left out ${hash}`);
  return details;
}

/** Unknown where a shallow clone ends. */
function filesOf(
  commit: MergingCommit,
  number: number,
  { commits, batchFiles, shallow }: ReadCommits,
): readonly ChangedFile[] | null {
  if (shallow.has(commit.hash)) return null;
  if (commit.pulls.length > 1) return batchFiles.get(batchKey(commit.hash, number)) ?? null;
  return commits.get(commit.hash)?.files ?? null;
}
