import dayjs from 'dayjs';
import timezonePlugin from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { UsageError } from '../errors.ts';
import { instantOf } from './instant.ts';

dayjs.extend(utc);
dayjs.extend(timezonePlugin);

const UTC = 'UTC';

/**
 * The IANA name as the runtime spells it (`europe/london` → `Europe/London`). A name that the runtime
 * replaces by an older one (`Asia/Kolkata`) stays as given.
 *
 * @throws {UsageError} `timezone-unknown`
 */
export function resolveTimezone(name: string): string {
  const timezone = canonicalName(name);
  if (timezone !== null) return timezone;
  throw new UsageError('timezone-unknown', `Unknown timezone "${name}".`, {
    hint: 'Use an IANA name, like UTC, Europe/London or America/New_York.',
  });
}

export function isTimezone(name: string): boolean {
  return canonicalName(name) !== null;
}

function canonicalName(name: string): string | null {
  if (name.toUpperCase() === UTC) return UTC;
  // Newer runtimes also accept offsets, which are not timezones.
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
 * The first instant of a calendar day (`YYYY-MM-DD`) in the timezone. That isn't always midnight:
 * clocks can skip it or pass it twice, and whole days have been skipped.
 */
export function startOfDay(date: string, timezone: string): string {
  const midnight = dayjs.utc(date);
  if (timezone === UTC) return instantOf(midnight.valueOf());
  // The offset the day before or the day after: either one may apply at the start of the day.
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
