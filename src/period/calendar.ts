import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import type { Period } from './period.ts';
import { startOfDay } from './timezone.ts';

dayjs.extend(utc);

const FORMAT = 'YYYY-MM-DD';

/** The day that a text names, strictly as `YYYY-MM-DD`; null when it doesn't exist. */
export function parseDay(text: string): dayjs.Dayjs | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  // Day.js reads 2017-02-30 as 2 March, so compare the text with its own.
  const day = dayjs.utc(text);
  return day.isValid() && formatDay(day) === text ? day : null;
}

/** As `YYYY-MM-DD`. */
export function formatDay(day: dayjs.Dayjs): string {
  return day.format(FORMAT);
}

/** The first instant after a day (`YYYY-MM-DD`) in the timezone. */
export function endOfDay(date: string, timezone: string): string {
  return startOfDay(formatDay(dayjs.utc(date).add(1, 'day')), timezone);
}

/** The Monday of an ISO 8601 week (4 January is always in week 1); null when it doesn't exist. */
export function isoWeekMonday(year: number, week: number): dayjs.Dayjs | null {
  const fourth = dayjs.utc(`${String(year).padStart(4, '0')}-01-04`);
  const monday = fourth.subtract((fourth.day() + 6) % 7, 'day').add(week - 1, 'week');
  const thursday = monday.add(3, 'day');
  return week >= 1 && thursday.year() === year ? monday : null;
}

/** The Monday of the ISO week that a text like `2017-W18` names; null when it doesn't exist. */
export function weekNamed(text: string): dayjs.Dayjs | null {
  const [, year = '', week = ''] = /^(\d{4})-W(\d{2})$/i.exec(text) ?? [];
  return year === '' ? null : isoWeekMonday(Number(year), Number(week));
}

/** The ISO 8601 week that a day (`YYYY-MM-DD`) is in, like `2017-W18`. */
export function isoWeekOf(date: string): string {
  const day = dayjs.utc(date);
  const thursday = day.subtract((day.day() + 6) % 7, 'day').add(3, 'day');
  const week = Math.floor(thursday.diff(thursday.startOf('year'), 'day') / 7) + 1;
  return `${thursday.format('YYYY')}-W${String(week).padStart(2, '0')}`;
}

/** The period from the start of one day to the end of another, dated the last one. */
export function wholeDays(
  kind: Period['kind'],
  first: dayjs.Dayjs,
  last: dayjs.Dayjs,
  timezone: string,
): Period {
  const date = formatDay(last);
  return {
    kind,
    start: startOfDay(formatDay(first), timezone),
    end: endOfDay(date, timezone),
    timezone,
    date,
  };
}
