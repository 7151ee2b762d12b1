import { formatDate } from '../../period/date-in-words.ts';
import { isoWeekOf } from '../../period/calendar.ts';
import { secondBefore } from '../../period/instant.ts';
import { dateOf } from '../../period/timezone.ts';
import { escapeExpression } from '../conventional-title.ts';
import type { ModelPeriod } from './model-period.ts';

/** How people write days, the longest first where one begins like another. */
const formats = [
  ...['dddd, D MMMM YYYY', 'dddd, MMMM D, YYYY', 'dddd, MMMM Do, YYYY', 'dddd, D. MMMM YYYY'],
  ...[
    'D MMMM YYYY',
    'D. MMMM YYYY',
    'Do MMMM YYYY',
    'MMMM D, YYYY',
    'MMMM Do, YYYY',
    'MMMM Do YYYY',
    'MMMM D YYYY',
    'D [de] MMMM [de] YYYY',
  ],
  ...[
    'ddd, D MMM YYYY',
    'ddd, MMM D, YYYY',
    'D MMM YYYY',
    'MMM D, YYYY',
    'D. MMM YYYY',
    'LL',
    'DD.MM.YYYY',
    'D.M.YYYY',
    'YYYY年M月D日',
    'YYYY/MM/DD',
  ],
  ...[
    'dddd, D MMMM',
    'dddd, MMMM D',
    'dddd, MMMM Do',
    'dddd, D. MMMM',
    'D MMMM',
    'D. MMMM',
    'MMMM D',
    'MMMM Do',
    'D MMM',
    'MMM D',
  ],
];
const monthFormats = ['MMMM YYYY', 'MMMM [de] YYYY', 'MMM YYYY', 'YYYY年M月', 'MMMM'];

/** Not the beginning of a day. */
const ISO_MONTH = /(?<![\p{L}\p{N}-])\d{4}-\d{2}(?![\p{L}\p{N}]|-\d)/u;

/** What writes a value in place of a date: `name` with a format of Day.js, or null for `2017-05-08`. */
export type WriteDay = (name: 'date' | 'start' | 'end', format: string | null) => string;

/** For the config: `{date:D MMMM YYYY}`. */
export const asPlaceholder: WriteDay = (name, format) =>
  format === null ? `{${name}}` : `{${name}:${format}}`;

/** A text with its dates of the period as placeholders. Pieces are literal, or already written. */
export function withDates(text: string, { period, locale }: ModelPeriod, write: WriteDay): string {
  const days = {
    date: period.date,
    end: dateOf(secondBefore(period.end), period.timezone),
    start: dateOf(period.start, period.timezone),
  };
  const written = new Map<string, string>();
  const add = (source: string, value: string) => {
    if (!written.has(source)) written.set(source, value);
  };
  const names = ['date', 'end', 'start'] as const;
  for (const name of names) {
    const day = days[name];
    add(day, write(name, null));
    for (const format of formats)
      add(formatDate(day, format, { locale, timezone: 'UTC' }), write(name, format));
  }
  for (const name of names)
    for (const format of monthFormats)
      add(formatDate(days[name], format, { locale, timezone: 'UTC' }), write(name, format));
  const sources = [...written.keys()].toSorted((a, b) => b.length - a.length);
  const expression = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${sources.map(escapeExpression).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  const week = Number(isoWeekOf(days.end).slice(-2));
  return text
    .replace(expression, (found) => written.get(found) ?? found)
    .replace(isoWeekOf(days.end), write('end', 'GGGG-[W]WW'))
    .replace(ISO_MONTH, (found) =>
      found === days.end.slice(0, found.length) ? write('end', 'YYYY-MM') : found,
    )
    .replace(
      /\b(week|kw|woche|semaine|semana)(\s+|\s*#)(\d{1,2})(?!\d)/iu,
      (found, word: string, between: string, number: string) =>
        Number(number) === week
          ? `${word}${between}${write('end', number.startsWith('0') ? 'WW' : 'W')}`
          : found,
    );
}
