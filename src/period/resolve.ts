import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import { UsageError } from '../errors.ts';
import { instantOf, secondBefore } from './instant.ts';
import type { Period } from './period.ts';
import { dateOf, resolveTimezone, startOfDay } from './timezone.ts';

dayjs.extend(utc);

/** What was asked for; at most one of week, month, and since with until. */
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

export const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
export type Weekday = (typeof weekdays)[number];

const DATE = 'YYYY-MM-DD';

/**
 * The period of a report. Without a request it is the last full week before `now` (an instant).
 *
 * @throws {UsageError} for a week, month, date or timezone that does not exist, and for a period
 *   that ends before it starts or has not begun.
 */
export function resolvePeriod(
  request: PeriodRequest,
  settings: PeriodSettings,
  now: string,
): Period {
  const timezone = resolveTimezone(settings.timezone);
  const forms = [
    request.week !== undefined,
    request.month !== undefined,
    request.since !== undefined || request.until !== undefined,
  ];
  if (forms.filter(Boolean).length > 1) {
    throw new UsageError('period-twice', 'A report has one period.', {
      hint: 'Give one of --week, --month, or --since with --until.',
    });
  }
  const period =
    request.month !== undefined
      ? month(request.month, timezone)
      : request.since !== undefined || request.until !== undefined
        ? range(request.since, request.until, timezone)
        : request.week !== undefined
          ? week(request.week, timezone, settings.weekStart)
          : lastFullWeek(now, timezone, settings.weekStart);
  if (period.start >= now) {
    throw new UsageError(
      'period-future',
      `The period begins at ${period.start}, which is still to come.`,
      {
        hint: 'Name one that has begun.',
      },
    );
  }
  return period;
}

function week(text: string, timezone: string, weekStart: Weekday): Period {
  const iso = /^(\d{4})-W(\d{2})$/i.exec(text);
  if (iso) {
    const monday = isoWeekMonday(Number(iso[1]), Number(iso[2]));
    if (!monday) {
      throw new UsageError(
        'week-invalid',
        `The year ${String(iso[1])} has no week ${String(iso[2])}.`,
        {
          hint: 'ISO weeks run from W01 to W52, or W53 in a long year.',
        },
      );
    }
    return days('week', monday, monday.add(6, 'day'), timezone);
  }
  const date = calendarDate(text);
  if (!date) {
    throw new UsageError('week-invalid', `"${text}" is neither a date nor a week.`, {
      hint: 'Use a date like 2017-05-08 (the last full week up to it) or a week like 2017-W18.',
    });
  }
  return { ...weekUpTo(date, timezone, weekStart), date: date.format(DATE) };
}

function lastFullWeek(now: string, timezone: string, weekStart: Weekday): Period {
  // Today is not over, so the last day that can end a full week is yesterday.
  const yesterday = dayjs.utc(dateOf(now, timezone)).subtract(1, 'day');
  return weekUpTo(yesterday, timezone, weekStart);
}

/** The last full week that ended on or before the date, dated its last day. */
function weekUpTo(date: dayjs.Dayjs, timezone: string, weekStart: Weekday): Period {
  const lastWeekday = (weekdays.indexOf(weekStart) + 6) % 7;
  const last = date.subtract((date.day() - lastWeekday + 7) % 7, 'day');
  return days('week', last.subtract(6, 'day'), last, timezone);
}

function month(text: string, timezone: string): Period {
  const first = /^\d{4}-\d{2}$/.test(text) ? calendarDate(`${text}-01`) : null;
  if (!first) {
    throw new UsageError('month-invalid', `"${text}" is not a month.`, {
      hint: 'Use a month like 2018-01.',
    });
  }
  return days('month', first, first.endOf('month').startOf('day'), timezone);
}

function range(since: string | undefined, until: string | undefined, timezone: string): Period {
  if (since === undefined || until === undefined) {
    const missing = since === undefined ? '--since' : '--until';
    throw new UsageError('range-open', `${missing} is missing.`, {
      hint: 'Give both ends: --since 2017-05-01 --until 2017-05-07, both days included.',
    });
  }
  const from = rangeEnd('--since', since);
  const to = rangeEnd('--until', until);
  const start = from.date !== undefined ? startOfDay(from.date, timezone) : from.instant;
  const end = to.date !== undefined ? startOfDay(nextDay(to.date), timezone) : to.instant;
  if (start >= end) {
    throw new UsageError('range-empty', `The period from ${since} to ${until} is empty.`, {
      hint: '--since comes before --until.',
    });
  }
  // A half-open period's last day is the day of the second before its end.
  const last = to.date ?? dateOf(secondBefore(end), timezone);
  return { kind: 'range', start, end, timezone, date: last };
}

type RangeEnd = { date: string; instant?: never } | { date?: never; instant: string };

function rangeEnd(option: string, text: string): RangeEnd {
  const date = calendarDate(text);
  if (date) return { date: date.format(DATE) };
  const instant = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/i.exec(
    text,
  );
  const parsed = dayjs.utc(text);
  if (!instant || !calendarDate(instant[1] ?? '') || !parsed.isValid()) {
    throw new UsageError('date-invalid', `${option} "${text}" is neither a date nor an instant.`, {
      hint: 'Use a date like 2017-05-01, or an instant with its offset like 2017-05-01T09:00:00+02:00.',
    });
  }
  return { instant: instantOf(parsed.valueOf()) };
}

function days(
  kind: Period['kind'],
  first: dayjs.Dayjs,
  last: dayjs.Dayjs,
  timezone: string,
): Period {
  const start = startOfDay(first.format(DATE), timezone);
  const end = startOfDay(nextDay(last.format(DATE)), timezone);
  return { kind, start, end, timezone, date: last.format(DATE) };
}

function nextDay(date: string): string {
  return dayjs.utc(date).add(1, 'day').format(DATE);
}

/** A day that exists, strictly `YYYY-MM-DD`; else null. Day.js takes 31 April for 1 May. */
function calendarDate(text: string): dayjs.Dayjs | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const date = dayjs.utc(text);
  return date.format(DATE) === text ? date : null;
}

/** ISO 8601: week 1 is the week of 4 January. */
function isoWeekMonday(year: number, number: number): dayjs.Dayjs | null {
  const fourth = dayjs.utc(`${String(year).padStart(4, '0')}-01-04`);
  const monday = fourth.subtract((fourth.day() + 6) % 7, 'day').add(number - 1, 'week');
  const belongsTo = monday.add(3, 'day').year();
  return number >= 1 && belongsTo === year ? monday : null;
}
