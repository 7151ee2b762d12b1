import type { NamedPullRequest } from './merge-message.ts';

/** A commit that merges pull requests into the default branch. */
export interface MergingCommit {
  hash: string;
  /** The committer date, in seconds since 1970; NaN when git cannot read it. */
  time: number;
  parents: string[];
  subject: string;
  /** As the message names them; never empty. */
  pulls: NamedPullRequest[];
  /** How many commits of the history are newer. */
  depth: number;
  /** The pull requests that the body of a rollup lists; it only merges them. */
  lists: number[];
  /** Of a pull request in a rollup, the commit that merged the rollup, which dates it. */
  rollup?: MergingCommit;
}
