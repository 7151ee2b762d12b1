import type { Period } from '../period/period.ts';
import type { ItemId } from '../item/item-id.ts';
import type { Snapshot } from '../snapshot/schema.ts';

/** Where the facts come from. Everything after it works on the snapshot alone. */
export interface Source {
  /**
   * Every fact of the period for the repositories (`owner/name`), in their order. Of `cited` items
   * also when nothing happened to them inside, as far as the source can look them up.
   *
   * @throws {SourceError} when the facts cannot be had. What is merely missing (one repository of
   *   many, a list cut short) does not throw: it is a warning, and `complete` is false.
   */
  collect(
    repositories: readonly string[],
    period: Period,
    signal: AbortSignal,
    cited?: readonly ItemId[],
  ): Promise<Snapshot>;
}

/** What a source may tell while it works. Facts only; the wording belongs to the terminal. */
export interface Progress {
  /** Those that are read, as far as they are known yet: `owner/name`. */
  repositories: readonly string[];
  /** What is being read: `search`, `details`, `activity`, `history`. */
  stage: string;
  /** Items read so far, and, when known, of how many. */
  items: number;
  total?: number;
  /** Parts of the period that are searched one by one: how many were read, and, so far, of how many. */
  slices?: { read: number; of: number };
  requests: number;
  /** Rate limit points left this hour, when known. */
  pointsLeft?: number;
}

/** Why a source waits, and what it does then. Facts only, too. */
export interface Delay {
  /** Who makes it wait: `github.com`. */
  host: string;
  /** A limit is waited for; after trouble, the same is tried again. */
  cause: 'limit' | 'trouble';
  /** In a few words: `HTTP 502: Bad Gateway`, `other side closed`. */
  reason: string;
  /** Milliseconds without a good answer: those since the last one, and those still to wait. */
  milliseconds: number;
  /** When the wait is over: an instant. */
  until: string;
  /** Whether less is asked for then. */
  smaller: boolean;
  /** Which attempt comes next, and how many there are at most. */
  attempt: number;
  attempts: number;
}
