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
 * Finds the merges inside a period while a whole history is walked, newest first along each of its
 * lines. A commit and its parent that name the same number are one merge, dated by the later of them.
 * Only the earliest merge with the same number and subject counts, so that any two periods agree when
 * a pull request was merged that was reverted and merged again. The same number with another subject
 * is another merge, because numbers start again when a project moves.
 */
export class MergeFinder {
  readonly #isInside: (commit: MergingCommit) => boolean;
  readonly #found = new Map<string, PullRequestMerge>();
  /** When each merge was, whether inside the period or not. */
  readonly #earliest = new Map<string, number>();
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
    return [...this.#found.values()].toSorted(
      (a, b) => lastOf(a).time - lastOf(b).time || b.commits[0].depth - a.commits[0].depth,
    );
  }

  /** Of several with the same key the earliest counts; of one second, the one that comes last. */
  #close(merges: readonly PullRequestMerge[]): void {
    for (const merge of merges) {
      const key = `${String(merge.pull.number)} ${merge.commits[0].subject}`;
      const last = lastOf(merge);
      if (last.time > (this.#earliest.get(key) ?? Infinity)) continue;
      this.#earliest.set(key, last.time);
      if (this.#isInside(last)) this.#found.set(key, merge);
      else this.#found.delete(key);
    }
  }
}

/** The commit that completes a merge. */
export function lastOf({ commits }: PullRequestMerge): MergingCommit {
  return commits.at(-1) ?? commits[0];
}

/** Whether a commit, the one before the merge, is part of it. */
function isPartOf(
  { pull, commits: [first] }: PullRequestMerge,
  { number }: NamedPullRequest,
  commit: MergingCommit,
): boolean {
  const areSingle = commit.parents.length < 2 && first.parents.length < 2;
  return number === pull.number && first.parents[0] === commit.hash && areSingle;
}
