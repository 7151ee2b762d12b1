import { basename } from 'node:path';
import { secondBefore } from '../../period/instant.ts';
import type { PeriodRequest } from '../../period/resolve.ts';
import { dateOf } from '../../period/timezone.ts';
import type { Report } from '../../report/report.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import { recordedPeriod } from '../facts/period-for.ts';

/** The period in a report's record, else in its title (`… for 2017-06-05 to 2017-06-11`), else in its name. */
export function periodOf({ record, path, text }: Report): PeriodRequest & { timezone?: string } {
  if (record) return recordedPeriod(record.record);
  const [since, until] = daysInTitle(text);
  if (since !== undefined) return { since, until };
  const date = dateInTitle(text) ?? dateInName(path);
  return date === null ? {} : { week: date };
}

/** Whether facts are of the period that a report names, if it names one. */
export function isAbout({ period }: Snapshot, { record, path, text }: Report): boolean {
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
  const named = dateInName(path);
  return titled !== null || named === null || named === period.date;
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

function dateInName(path: string): string | null {
  return /^(\d{4}-\d{2}-\d{2})\.md$/.exec(basename(path))?.[1] ?? null;
}
