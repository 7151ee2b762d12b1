import type { DataSet } from './data/data-set.ts';
import type { DataSetInput } from './data/input.ts';
import type { TokenInput } from './tokens.ts';

export interface GitHubOptions {
  data: DataSet | DataSetInput;
  /** The fixture's clock, which does not run: `2024-01-01T00:00:00Z` by default. */
  now?: string;
  token?: string;
  /** Whose token that is: a classic one of `viewer` that may do everything, unless given. */
  as?: TokenInput;
  /** Further tokens. */
  tokens?: Record<string, TokenInput>;
  /** Points an hour: 5,000 unless given. */
  budget?: number;
  /** Milliseconds each answer takes, and each of its nodes. None unless given. */
  latency?: { base: number; perNode: number };
  /**
   * What a search does that names a repository out of reach. GitHub knows both: it finds nothing there,
   * or refuses the whole search. `silence` unless given.
   */
  searchOutOfReach?: 'silence' | 'error';
  /** Search does not see items updated in the last so many seconds before `now`. */
  indexLag?: number;
  /** Of the order that searches without a sort have. */
  searchSeed?: number;
}
