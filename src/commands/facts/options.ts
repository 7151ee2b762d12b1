import type { PeriodRequest } from '../../period/resolve.ts';

/** The options that say which facts: shared by every command that collects some. */
export interface FactOptions extends PeriodRequest {
  repo: string[];
  org: string[];
  source: string;
  gitDir?: string;
  config?: string;
  timezone?: string;
  /** Wait for GitHub's rate limit to reset, however long. */
  wait?: boolean;
  /** False: ask for everything anew, and keep nothing. */
  cache?: boolean;
  /** Write nothing rather than an incomplete report. */
  strict?: boolean;
  /** Tell each request. */
  verbose?: boolean;
}
