import { instantOf } from '../../../period/instant.ts';

// GitHub's dates are precise to the second, and so are the ranges that a search is divided into.

/** @param seconds since 1970 */
export function toInstant(seconds: number): string {
  return instantOf(seconds * 1_000);
}

/** Seconds since 1970. */
export function toSeconds(instant: string): number {
  return Math.floor(Date.parse(instant) / 1_000);
}
