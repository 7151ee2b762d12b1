import type { NamedPullRequest } from './merge-message.ts';

/** A commit of the default branch's first-parent history that merges pull requests. */
export interface MergingCommit {
  hash: string;
  /** The committer date, in seconds since 1970; NaN when git cannot read it. */
  time: number;
  parents: string[];
  subject: string;
  /** As the subject names them; never empty. */
  pulls: NamedPullRequest[];
  /** How many commits of the history are newer. */
  depth: number;
}
