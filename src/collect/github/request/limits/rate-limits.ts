import type { Failure } from '../failures/failure.ts';

/** A limit that ends within so many milliseconds is waited for without `--wait`. */
const shortWait = 60_000;
/** All waits together without `--wait`. */
const allWaits = 10 * 60_000;
/** The longest wait that a server may ask for: the hour after which points are renewed, and a little. */
const longestWait = 65 * 60_000;

/**
 * Milliseconds until the server's `resetAt`, by the server's own date, or else by ours, whichever
 * makes sense: an hour is the longest there is. Null when neither does.
 */
export function untilReset(
  resetAt: number | null,
  date: number | null,
  now: number,
): number | null {
  if (resetAt === null) return null;
  const waits = [date ?? now, now].map((reference) => resetAt - reference);
  return waits.find((wait) => -shortWait <= wait && wait <= longestWait) ?? null;
}

/**
 * Milliseconds to wait before a limited request is sent again. Without `retry-after`, GitHub asks for
 * at least a minute, then exponentially more.
 *
 * @param times how often in a row a limit was hit before
 */
export function limitPause(failure: Failure, times: number, now: number): number {
  const { kind, resetAt, date, retryAfter } = failure;
  const reset = kind === 'rate-limited' ? untilReset(resetAt, date, now) : null;
  const asked = retryAfter === null ? null : retryAfter * 1_000;
  // At least a second: "0" and a reset just past come from clocks that disagree.
  return Math.min(longestWait, Math.max(1_000, reset ?? asked ?? 60_000 * 2 ** times));
}

/**
 * Whether to wait rather than end the run.
 *
 * @param waited milliseconds that the run has waited for limits before
 */
export function isWorthWaiting(milliseconds: number, waited: number, wait: boolean): boolean {
  return wait || (milliseconds <= shortWait && waited + milliseconds <= allWaits);
}
