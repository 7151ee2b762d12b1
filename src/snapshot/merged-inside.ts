import { contains, type Period } from '../period/period.ts';

/** Whether a pull request was merged inside the period, and not only active in it. */
export function isMergedInside(
  { mergedAt }: { mergedAt: string | null },
  period: Pick<Period, 'start' | 'end'>,
): boolean {
  return mergedAt !== null && contains(period, mergedAt);
}

/** Those of a snapshot's pull requests that were merged inside its period, in its order. */
export function mergedInside<Merged extends { mergedAt: string | null }>(
  pullRequests: readonly Merged[],
  period: Pick<Period, 'start' | 'end'>,
): Merged[] {
  return pullRequests.filter((pull) => isMergedInside(pull, period));
}
