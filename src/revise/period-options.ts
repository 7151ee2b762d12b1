import { basename } from 'node:path';
import { isoWeekOf, parseDay } from '../period/calendar.ts';
import { secondBefore } from '../period/instant.ts';
import type { Period } from '../period/period.ts';
import { type PeriodRequest, resolvePeriod } from '../period/resolve.ts';
import { dateOf } from '../period/timezone.ts';
import type { Weekday } from '../period/weekday.ts';
import type { ReportRecord } from '../report/record/record.ts';

/**
 * The options that ask for the period of a report, and for its file: of those for the same period the
 * first that gives the date that the file is named after, else with `-o`.
 *
 * @param date that in its name; null when its name has none
 */
export function periodOptions(
  path: string,
  had: ReportRecord['period'],
  weekStart: Weekday,
  date = dateInPath(path),
): string {
  const found = requestsFor(had, date).flatMap((request) => {
    const period = resolvePeriod(request, { timezone: had.timezone, weekStart }, ALWAYS_OVER);
    return period.start === had.start && period.end === had.end ? [{ request, period }] : [];
  });
  const same = found.find(({ period }) => date === null || period.date === date);
  const options = Object.entries((same ?? found[0])?.request ?? {}).map(
    ([option, value]) => `--${option} ${String(value)}`,
  );
  return [...options, ...(same ? [] : [`-o ${path}`])].join(' ');
}

/** The date of a file that is named after nothing else; null for another name. */
export function dateInPath(path: string): string | null {
  const [, name = ''] = /^(\d{4}-\d{2}-\d{2})\.md$/.exec(basename(path)) ?? [];
  return parseDay(name) ? name : null;
}

/** An instant at which no period lies ahead. */
const ALWAYS_OVER = '9999-12-31T00:00:00Z';

/** Requests that may be for a period; the last one is. */
function requestsFor(
  { start, end, timezone }: Pick<Period, 'start' | 'end' | 'timezone'>,
  date: string | null,
): PeriodRequest[] {
  const [first, last] = [dateOf(start, timezone), dateOf(secondBefore(end), timezone)];
  return [
    { month: first.slice(0, 7) },
    ...(date === null ? [] : [{ week: isoWeekOf(first) }]),
    { week: date ?? dateOf(end, timezone) },
    { since: first, until: last },
    { since: start, until: end },
  ];
}
