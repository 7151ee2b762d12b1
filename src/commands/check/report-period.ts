import { formatDay, parseDay } from '../../period/calendar.ts';
import { secondBefore } from '../../period/instant.ts';
import type { PeriodRequest } from '../../period/resolve.ts';
import { dateOf } from '../../period/timezone.ts';
import { dayInName } from '../../placeholder/day-in-name.ts';
import type { MatchedValues } from '../../placeholder/file-segment.ts';
import { periodValues } from '../../placeholder/report-placeholders.ts';
import type { Report } from '../../report/report.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import { recordedPeriod } from '../facts/period-for.ts';
import { namesPeriod } from '../facts/series/present-report.ts';

/**
 * The period in a report's record, else in its title (`… for 2017-06-05 to 2017-06-11`), else in its name.
 *
 * @param named the values in its name; null for another name than those of the series
 */
export function periodOf(
  { record, text }: Report,
  named: MatchedValues | null,
): PeriodRequest & { timezone?: string } {
  if (record) return recordedPeriod(record.record);
  const [since, until] = daysInTitle(text);
  if (since !== undefined) return { since, until };
  const date = dateInTitle(text);
  return date === null ? periodInName(named ?? {}) : { week: date };
}

/** Whether facts are of the period that a report names, if it names one. */
export function isAbout(
  { period }: Snapshot,
  { record, text }: Report,
  named: MatchedValues | null,
): boolean {
  const titled = dateInTitle(text);
  const last = dateOf(secondBefore(period.end), period.timezone);
  // A draft is dated on the day its period ends with, or before.
  const dates = [period.date, last, dateOf(period.end, period.timezone)];
  if (titled !== null && !dates.includes(titled)) return false;
  if (record) {
    const { start, end } = record.record.period;
    return start === period.start && end === period.end;
  }
  const [since, until] = daysInTitle(text);
  if (since !== undefined) return since === dateOf(period.start, period.timezone) && until === last;
  return titled !== null || named === null || namesPeriod(named, periodValues(period));
}

/** The days of a title like `… for 2017-06-05 to 2017-06-11`; empty for others. */
function daysInTitle(text: string): string[] {
  return /^#.*?\b(\d{4}-\d{2}-\d{2}) to (\d{4}-\d{2}-\d{2})\b/m.exec(text)?.slice(1) ?? [];
}

/** The date of a title like `… for 8 May 2017` or `… for 2017-05-08`. */
function dateInTitle(text: string): string | null {
  const [, named] =
    /^# .*?\bfor (\d{4}-\d{2}-\d{2}|\d{1,2} [A-Z][a-z]+ \d{4})\s*$/m.exec(text) ?? [];
  const time = named === undefined ? NaN : Date.parse(`${named} UTC`);
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}

/** The request that a name answers: of a monthly report if it says so, else of a week. */
function periodInName(named: MatchedValues): PeriodRequest {
  const { start, end, cadence } = named;
  if (start !== undefined && end !== undefined) return { since: start, until: end };
  const day = dayInName(named);
  if (day === null) return {};
  if (cadence === 'monthly') return { month: day.slice(0, 7) };
  const sixDaysOn = day === start ? parseDay(day)?.add(6, 'day') : null;
  return { week: sixDaysOn ? formatDay(sixDaysOn) : day };
}
