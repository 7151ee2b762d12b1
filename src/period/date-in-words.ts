import dayjs from 'dayjs';
import advancedFormat from 'dayjs/plugin/advancedFormat.js';
import isoWeek from 'dayjs/plugin/isoWeek.js';
import localizedFormat from 'dayjs/plugin/localizedFormat.js';
import utc from 'dayjs/plugin/utc.js';
import { requireLocale } from './locale.ts';
import { dateOf } from './timezone.ts';

dayjs.extend(localizedFormat);
dayjs.extend(isoWeek);
dayjs.extend(advancedFormat);
dayjs.extend(utc);

/** `8 May 2017`, for a day like `2017-05-08`; in other languages as they write it. */
export function dateInWords(day: string, locale: string): string {
  return formatDate(day, locale === 'en' ? 'D MMMM YYYY' : 'LL', { locale, timezone: 'UTC' });
}

/**
 * A day or an instant in a format of Day.js.
 *
 * @param timezone in which an instant is a day
 */
export function formatDate(
  date: string,
  format: string,
  { locale, timezone }: { locale: string; timezone: string },
): string {
  requireLocale(locale);
  const day = date.includes('T') ? dateOf(date, timezone) : date;
  return dayjs.utc(day).locale(locale).format(format);
}
