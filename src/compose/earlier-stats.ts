import { secondBefore } from '../period/instant.ts';
import { dateOf } from '../period/timezone.ts';
import {
  countNames,
  type EarlierPeriod,
  type PeriodCounts,
  unknownCounts,
} from '../snapshot/history-schema.ts';
import type { Snapshot } from '../snapshot/schema.ts';
import { knowledgeAmong } from '../snapshot/sources.ts';
import { stats } from './stats.ts';
import type { Chart, EarlierStats, Stats } from './view/stats-schema.ts';

/** The periods before that of a snapshot, as its report counts them. */
export function earlierStats({
  history = [],
  period: { start, timezone },
}: Snapshot): Pick<Stats, 'previous' | 'history'> {
  const counted = history.map((earlier) => inDays(earlier, timezone, sumOf(earlier)));
  const last = history.at(-1)?.end === start ? counted.at(-1) : undefined;
  const unknown = { contributions: null, contributors: null, bots: null, hoursToMerge: null };
  return { previous: last ? { ...unknown, ...last } : null, history: counted };
}

/**
 * The last periods in a row whose merged pull requests are known, that of the snapshot last. All are
 * counted alike, over everything in the repositories.
 */
export function trend(snapshot: Snapshot): EarlierStats[] {
  const { period, pullRequests, issues, collected } = snapshot;
  const knows = knowledgeAmong(collected.knows);
  const own = stats(period, pullRequests, issues);
  const counts: PeriodCounts = {
    pullsOpened: knows.openings ? own.pullsOpened : null,
    pullsMerged: own.pullsMerged,
    pullsClosed: knows.states ? own.pullsClosed : null,
    issuesOpened: knows.issues && knows.openings ? own.issuesOpened : null,
    issuesClosed: knows.issues ? own.issuesClosed : null,
  };
  const { previous, history } = earlierStats(snapshot);
  const earlier = previous === null ? [] : history;
  const unknown = earlier.findLastIndex(({ pullsMerged }) => pullsMerged === null);
  return [...earlier.slice(unknown + 1), inDays(period, period.timezone, counts)];
}

/** The trend as a chart shows it; null when only one period is known. */
export function chartOf(snapshot: Snapshot): Chart | null {
  const periods = trend(snapshot);
  if (periods.length < 2) return null;
  const known = (name: keyof PeriodCounts): number[] => {
    const counts = periods.flatMap((period) => period[name] ?? []);
    return counts.length === periods.length ? counts : [];
  };
  const lines = {
    pullsMerged: known('pullsMerged'),
    pullsOpened: known('pullsOpened'),
    issuesClosed: known('issuesClosed'),
  };
  return {
    days: periods.map(({ firstDay }) => firstDay.slice('2017-'.length)),
    ...lines,
    most: Math.max(1, ...Object.values(lines).flat()),
  };
}

function inDays(
  { start, end }: Pick<EarlierPeriod, 'start' | 'end'>,
  timezone: string,
  counts: PeriodCounts,
): EarlierStats {
  return {
    firstDay: dateOf(start, timezone),
    lastDay: dateOf(secondBefore(end), timezone),
    ...counts,
  };
}

/** Of all repositories; unknown when it is of one of them. */
function sumOf({ repositories }: EarlierPeriod): PeriodCounts {
  if (repositories.length === 0) return unknownCounts;
  const sums = countNames.map((name) => {
    const counts = repositories.flatMap((counted) => counted[name] ?? []);
    const isKnown = counts.length === repositories.length;
    return [name, isKnown ? counts.reduce((sum, count) => sum + count, 0) : null] as const;
  });
  return Object.fromEntries(sums) as PeriodCounts;
}
