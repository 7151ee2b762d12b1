import { formatDay, weekNamed } from '../period/calendar.ts';
import type { Period } from '../period/period.ts';
import type { FilePattern } from './file-pattern.ts';
import type { MatchedValues } from './file-segment.ts';
import { type FilePlaceholder, periodValues } from './report-placeholders.ts';

/** The day (`YYYY-MM-DD`) that the name of a report has, by which a series is ordered; null without one. */
export function dayInName({
  date,
  start,
  end,
  week,
  year,
  month,
  day,
}: MatchedValues): string | null {
  if (date !== undefined) return date;
  if (year !== undefined && month !== undefined && day !== undefined)
    return `${year}-${month}-${day}`;
  if (end !== undefined || start !== undefined) return end ?? start ?? null;
  const monday = week === undefined ? null : weekNamed(week);
  return monday && formatDay(monday.add(6, 'day'));
}

/** The values of a period that names of a pattern have. */
export function valuesInName({ names }: FilePattern, period: Period): MatchedValues {
  const all = Object.entries(periodValues(period)) as [FilePlaceholder, string][];
  return Object.fromEntries(all.filter(([name]) => names.has(name)));
}
