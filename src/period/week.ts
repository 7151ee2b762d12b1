import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import { UsageError } from '../errors.ts';
import { formatDay, isoWeekMonday, parseDay, wholeDays } from './calendar.ts';
import type { Period } from './period.ts';
import { dateOf } from './timezone.ts';
import { type Weekday, weekdays } from './weekday.ts';

dayjs.extend(utc);

/** The ISO week that a text like `2017-W18` names, or the last full week up to a date, dated that date. */
export function namedWeek(text: string, timezone: string, weekStart: Weekday): Period {
  const [, year = '', number = ''] = /^(\d{4})-W(\d{2})$/i.exec(text) ?? [];
  if (year !== '') return isoWeek(year, number, timezone);
  const day = parseDay(text);
  if (!day) {
    throw new UsageError('week-invalid', `"${text}" is neither a date nor a week.`, {
      hint: 'Use a date like 2017-05-08 (the last full week up to it) or a week like 2017-W18.',
    });
  }
  return { ...weekUpTo(day, timezone, weekStart), date: formatDay(day) };
}

function isoWeek(year: string, number: string, timezone: string): Period {
  const monday = isoWeekMonday(Number(year), Number(number));
  if (monday) return wholeDays('week', monday, monday.add(6, 'day'), timezone);
  throw new UsageError('week-invalid', `The year ${year} has no week ${number}.`, {
    hint: 'ISO weeks run from W01 to W52, or W53 in a long year.',
  });
}

/** The last week that was over at an instant. */
export function lastFullWeek(now: string, timezone: string, weekStart: Weekday): Period {
  // Today is not over, so a full week ends yesterday at the latest.
  const yesterday = dayjs.utc(dateOf(now, timezone)).subtract(1, 'day');
  return weekUpTo(yesterday, timezone, weekStart);
}

/** The last full week that ends on or before the day. */
function weekUpTo(day: dayjs.Dayjs, timezone: string, weekStart: Weekday): Period {
  const lastWeekday = (weekdays.indexOf(weekStart) + 6) % 7;
  const last = day.subtract((day.day() - lastWeekday + 7) % 7, 'day');
  return wholeDays('week', last.subtract(6, 'day'), last, timezone);
}
