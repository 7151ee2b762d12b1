import type { TimeWindow } from '../../../period/earlier.ts';
import type { HistorySummary } from '../history/mainline.ts';
import { lastOf, type PullRequestMerge } from '../history/merge-finder.ts';

/**
 * How many pull requests were merged in each of the windows. Null for one that a shallow clone doesn't
 * reach back to, and for one in which it is unclear.
 *
 * @param unclear when commits may have merged pull requests, in seconds since 1970
 */
export function earlierMerges(
  windows: readonly TimeWindow[],
  merges: readonly PullRequestMerge[],
  { shallowAt }: HistorySummary,
  unclear: readonly number[],
): (number | null)[] {
  return windows.map((window) => {
    const { start, isInside } = inSeconds(window);
    if ((shallowAt !== null && !(shallowAt < start)) || unclear.some(isInside)) return null;
    const merged = merges.filter((merge) => isInside(lastOf(merge).time));
    return new Set(merged.map(({ pull }) => pull.number)).size;
  });
}

/** The start of a window in seconds since 1970, and whether such a time is inside. */
export function inSeconds(window: TimeWindow) {
  const [start, end] = [Date.parse(window.start) / 1000, Date.parse(window.end) / 1000];
  return { start, end, isInside: (time: number): boolean => start <= time && time < end };
}
