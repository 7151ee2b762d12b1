import { UsageError } from '../errors.ts';
import { formatDay, parseDay, wholeDays } from './calendar.ts';
import type { Period } from './period.ts';
import { dateRange } from './range.ts';
import { dateOf, resolveTimezone } from './timezone.ts';
import { lastFullWeek, namedWeek } from './week.ts';
import type { Weekday } from './weekday.ts';

/** The period that was asked for: at most one of week, month, and since with until. */
export interface PeriodRequest {
  week?: string | undefined;
  month?: string | undefined;
  since?: string | undefined;
  until?: string | undefined;
}

export interface PeriodSettings {
  /** IANA name. */
  timezone: string;
  weekStart: Weekday;
}

/**
 * The period of a report. Without a request it is the last full week before `now` (an instant).
 *
 * @throws {UsageError} for a week, month, date or timezone that does not exist, and for a period
 *   that ends before it starts or has not begun.
 */
export function resolvePeriod(
  request: PeriodRequest,
  { timezone: name, weekStart }: PeriodSettings,
  now: string,
): Period {
  const timezone = resolveTimezone(name);
  const { week, month, since, until } = request;
  const isRange = since !== undefined || until !== undefined;
  if ([week !== undefined, month !== undefined, isRange].filter(Boolean).length > 1) {
    throw new UsageError('period-twice', 'More than one period given.', {
      hint: 'Give one of --week, --month, or --since with --until.',
    });
  }
  let period: Period;
  if (month !== undefined) period = calendarMonth(month, timezone, now);
  else if (isRange) period = dateRange(since, until, timezone);
  else if (week !== undefined) period = namedWeek(week, timezone, weekStart);
  else period = lastFullWeek(now, timezone, weekStart);
  if (period.start >= now) {
    throw new UsageError('period-future', `The period begins in the future, at ${period.start}.`, {
      hint: 'Give a period that has begun.',
    });
  }
  return period;
}

function calendarMonth(text: string, timezone: string, now: string): Period {
  const name = text === 'last' ? monthBefore(dateOf(now, timezone)) : text;
  const first = /^\d{4}-\d{2}$/.test(name) ? parseDay(`${name}-01`) : null;
  if (!first) {
    throw new UsageError('month-invalid', `"${text}" is not a month.`, {
      hint: 'Use a month like 2018-01, or last for the last one that is over.',
    });
  }
  return wholeDays('month', first, first.endOf('month').startOf('day'), timezone);
}

function monthBefore(date: string): string {
  const first = parseDay(`${date.slice(0, 7)}-01`);
  return first ? formatDay(first.subtract(1, 'day')).slice(0, 7) : '';
}
