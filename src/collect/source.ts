import type { Period } from '../period/period.ts';
import type { ItemId } from '../item/item-id.ts';
import type { Snapshot } from '../snapshot/schema.ts';

/** Where facts come from. Everything after it works on the snapshot alone. */
export interface Source {
  /**
   * Every fact of the period for the repositories (`owner/name`), in their order. Items that are
   * `cited` are included even if nothing happened to them, as far as the source can look them up.
   *
   * @throws {SourceError} when there are no facts. Missing ones (a repository of several, the end of
   *   a list) do not throw: they are a warning, and `complete` is false.
   */
  collect(
    repositories: readonly string[],
    period: Period,
    signal: AbortSignal,
    cited?: readonly ItemId[],
  ): Promise<Snapshot>;
}

/** How far a source is: facts, which the terminal puts into words. */
export interface Progress {
  /** Those that are being read, as far as they are known: `owner/name`. */
  repositories: readonly string[];
  /** What is being read: `search`, `details`, `activity`, `history`. */
  stage: string;
  /** Items read so far, and, when known, of how many. */
  items: number;
  total?: number;
  /** Parts of the period that are searched one by one: how many were read, of how many so far. */
  slices?: { read: number; of: number };
  requests: number;
  /** Rate limit points left this hour, when known. */
  pointsLeft?: number;
}

/** What collecting takes, by a first look at how much there is. */
export interface Estimate {
  /** The host that is asked: `github.com`. */
  host: string;
  /** Issues and pull requests to look at. */
  items: number;
  requests: number;
  /** Rate limit points. */
  points: number;
  seconds: number;
  /** The run ends after so many requests, whether it has read everything or not. */
  mostRequests: number;
}

/** Why a source waits, and what it does next: facts, which the terminal puts into words. */
export interface Delay {
  /** The host that it waits for: `github.com`. */
  host: string;
  /** A rate limit, or a failure after which the same request is sent again. */
  cause: 'limit' | 'trouble';
  /** In a few words: `HTTP 502: Bad Gateway`, `other side closed`. */
  reason: string;
  /** Since the last good answer until the end of the wait. */
  milliseconds: number;
  /** When the wait is over: an instant. */
  until: string;
  /** Whether the next request asks for less. */
  smaller: boolean;
  /** The number of the next attempt, and of the last one. */
  attempt: number;
  attempts: number;
}
