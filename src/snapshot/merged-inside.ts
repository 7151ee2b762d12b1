import { contains, type Period } from '../period/period.ts';

/** Whether a pull request was merged inside the period, and not only active in it. */
export function isMergedInside(
  { mergedAt }: { mergedAt: string | null },
  period: Pick<Period, 'start' | 'end'>,
): boolean {
  return mergedAt !== null && contains(period, mergedAt);
}
