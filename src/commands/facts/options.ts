import type { PeriodRequest } from '../../period/resolve.ts';

/** The options that select facts, shared by every command that collects them. */
export interface FactOptions extends PeriodRequest {
  repo: string[];
  org: string[];
  source: string;
  gitDir?: string;
  config?: string;
  /** The pattern of the paths of reports, instead of the config's. */
  file?: string;
  timezone?: string;
  /** Wait for GitHub's rate limit to reset, however long. */
  wait?: boolean;
  /** False: fetch everything again, and keep nothing. */
  cache?: boolean;
  /** Write nothing rather than an incomplete report. */
  strict?: boolean;
  /** Log each request. */
  verbose?: boolean;
}
