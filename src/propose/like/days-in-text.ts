import { monthNames } from '../../period/month-names.ts';
import { parseDay } from '../../period/calendar.ts';

/** A date in a text; without a day it is a month. */
export interface WrittenDate {
  /** Null where the text has none. */
  year: string | null;
  month: string;
  day: string | null;
}

/** The dates in a text, in order: `2017-05-08`, `2017-05`, and with months by their names in a loaded locale. */
export function datesIn(text: string, locale: string): WrittenDate[] {
  const months = monthNames(locale);
  const found: [index: number, date: WrittenDate][] = [];
  for (const { index, groups } of text.matchAll(ISO)) {
    const { year = '', month = '', day = '' } = groups ?? {};
    if (parseDay(`${year}-${month}-${day}`)) found.push([index, { year, month, day }]);
  }
  for (const { index, groups } of text.matchAll(ISO_MONTH)) {
    const { year = '', month = '' } = groups ?? {};
    if (parseDay(`${year}-${month}-01`)) found.push([index, { year, month, day: null }]);
  }
  for (const { index, 0: word } of text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)) {
    const month = months.get(word.toLowerCase());
    if (month === undefined) continue;
    const before = BEFORE.exec(text.slice(Math.max(0, index - 20), index))?.groups?.['day'];
    const after = AFTER.exec(text.slice(index + word.length, index + word.length + 30))?.groups;
    const day = before ?? after?.['day'] ?? null;
    const year = after?.['year'] ?? null;
    // A month's name alone can be another word, like May.
    if (day === null && year === null) continue;
    const date = { year, month: padded(month), day: day && padded(Number(day)) };
    if (parseDay(`${year ?? '2000'}-${date.month}-${date.day ?? '01'}`)) found.push([index, date]);
  }
  return found.toSorted(([a], [b]) => a - b).map(([, date]) => date);
}

const ISO = /(?<!\d)(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/g;
const ISO_MONTH = /(?<![\p{L}\p{N}-])(?<year>(?:19|20)\d{2})-(?<month>\d{2})(?![\p{L}\p{N}]|-\d)/gu;
const BEFORE = /(?<![\d#])(?<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+|of\s+)?$/;
const AFTER =
  /^\.?(?:\s+(?<day>\d{1,2})(?!\d)(?:st|nd|rd|th)?)?(?:,?\s*(?:de\s+)?(?<year>\d{4})(?!\d))?/;

function padded(number: number): string {
  return String(number).padStart(2, '0');
}
