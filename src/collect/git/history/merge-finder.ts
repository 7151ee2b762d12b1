import type { NamedPullRequest } from './merge-message.ts';
import type { MergingCommit } from './merging-commit.ts';

/** How one pull request was merged: by one commit, or by several that were rebased. */
export interface PullRequestMerge {
  /** As the first commit's subject names it. */
  pull: NamedPullRequest;
  /** Oldest first; the last one completes the merge. */
  commits: [MergingCommit, ...MergingCommit[]];
}

/**
 * Finds the merges inside a period while a whole history is walked, newest first, and keeps no
 * others. Adjacent commits that name the same number are one merge, dated by the last of them. Only
 * the first merge with the same number and subject counts, so that any two periods agree when a
 * pull request was merged that was reverted and merged again. The same number with another subject
 * is another merge, because numbers start again when a project moves.
 */
export class MergeFinder {
  readonly #isInside: (commit: MergingCommit) => boolean;
  readonly #found = new Map<string, PullRequestMerge>();
  /** The merges of the latest commit, which the next commit may belong to. */
  #open: PullRequestMerge[] = [];

  constructor(isInside: (commit: MergingCommit) => boolean) {
    this.#isInside = isInside;
  }

  add(commit: MergingCommit): void {
    const open = commit.pulls.map((pull): PullRequestMerge => {
      const newer = this.#open.find((merge) => isPartOf(merge, pull, commit));
      return { pull, commits: [commit, ...(newer?.commits ?? [])] };
    });
    const continued = new Set(open.map(({ commits }) => commits[1]));
    this.#close(this.#open.filter(({ commits }) => !continued.has(commits[0])));
    this.#open = open;
  }

  /** Oldest first. */
  merges(): PullRequestMerge[] {
    this.#close(this.#open);
    this.#open = [];
    return [...this.#found.values()].toSorted((a, b) => b.commits[0].depth - a.commits[0].depth);
  }

  /** Of several with the same key the oldest counts. It comes last, and may be outside the period. */
  #close(merges: readonly PullRequestMerge[]): void {
    for (const merge of merges) {
      const key = `${String(merge.pull.number)} ${merge.commits[0].subject}`;
      if (this.#isInside(merge.commits.at(-1) ?? merge.commits[0])) this.#found.set(key, merge);
      else this.#found.delete(key);
    }
  }
}

/** Whether a commit, the one before the merge, is part of it. */
function isPartOf(
  { pull, commits: [first] }: PullRequestMerge,
  { number }: NamedPullRequest,
  commit: MergingCommit,
): boolean {
  const areSingle = commit.parents.length < 2 && first.parents.length < 2;
  return number === pull.number && commit.depth === first.depth + 1 && areSingle;
}
