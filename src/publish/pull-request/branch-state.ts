/** The pull request of a branch. */
export interface BranchPullRequest {
  /** Its node ID. */
  id: string;
  number: number;
  url: string;
  state: 'OPEN' | 'CLOSED' | 'MERGED';
  isDraft: boolean;
  title: string;
  body: string;
}

/** A report's branch, as it was read. */
export interface BranchState {
  /** The commit that it points to; null for a missing branch. */
  head: string | null;
  /** Whether it has commits that the base lacks. */
  isAhead: boolean;
  /** The report on it; null for a missing file. */
  report: string | null;
  /** The pull requests from it, the newest first. */
  pullRequests: readonly BranchPullRequest[];
  base: {
    /** The commit that it points to. */
    head: string;
    report: string | null;
    /** Whether the report's path is in its history. */
    hasHistory: boolean;
  };
}
