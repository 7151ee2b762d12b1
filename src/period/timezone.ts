import dayjs from 'dayjs';
import timezonePlugin from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { UsageError } from '../errors.ts';
import { instantOf } from './instant.ts';

dayjs.extend(utc);
dayjs.extend(timezonePlugin);

const UTC = 'UTC';

/**
 * The IANA name as the runtime spells it (`europe/london` → `Europe/London`). One that the runtime has
 * under an older name (`Asia/Kolkata`) stays as it was given.
 *
 * @throws {UsageError} `timezone-unknown`
 */
export function resolveTimezone(name: string): string {
  const timezone = spelt(name);
  if (timezone !== null) return timezone;
  throw new UsageError('timezone-unknown', `There is no timezone "${name}".`, {
    hint: 'Use an IANA name, like UTC, Europe/London or America/New_York.',
  });
}

export function isTimezone(name: string): boolean {
  return spelt(name) !== null;
}

function spelt(name: string): string | null {
  if (name.toUpperCase() === UTC) return UTC;
  // An offset, which newer runtimes take too, is not a timezone.
  if (!/^[a-z]/i.test(name)) return null;
  try {
    const own = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    return own.toLowerCase() === name.toLowerCase() ? own : name;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * The first instant of a calendar day (`YYYY-MM-DD`) in the timezone. Not always midnight: clocks
 * can jump over it or pass it twice, and whole days have been skipped.
 */
export function startOfDay(date: string, timezone: string): string {
  const midnight = dayjs.utc(date);
  if (timezone === UTC) return instantOf(midnight.valueOf());
  // The offset just before the day and the one after it: either one may hold at its start.
  const candidates = [-1, 1]
    .map((days) => midnight.add(days, 'day').tz(timezone).utcOffset())
    .map((offset) => midnight.subtract(offset, 'minute'))
    .sort((a, b) => a.valueOf() - b.valueOf());
  const start = candidates.find((candidate) => localDate(candidate, timezone) >= date);
  return instantOf((start ?? midnight).valueOf());
}

/** The calendar day (`YYYY-MM-DD`) that an instant falls on in the timezone. */
export function dateOf(instant: string, timezone: string): string {
  return localDate(dayjs.utc(instant), timezone);
}

function localDate(time: dayjs.Dayjs, timezone: string): string {
  return (timezone === UTC ? time : time.tz(timezone)).format('YYYY-MM-DD');
}
