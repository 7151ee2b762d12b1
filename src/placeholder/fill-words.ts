import { formatDate } from '../period/date-in-words.ts';
import { parseDay } from '../period/calendar.ts';
import { partsOf } from './placeholders.ts';
import { pluralForm } from './plural.ts';

/** What the placeholders of a sentence are: a text, a number, or a day like `2017-05-08`. */
export type WordKinds = Readonly<Record<string, 'text' | 'number' | 'day'>>;

/** What is wrong with the placeholders of a sentence, in lower case and without a full stop; null for nothing. */
export function wordsProblem(sentence: string, kinds: WordKinds): string | null {
  for (const part of partsOf(sentence)) {
    if (typeof part === 'string') continue;
    const { written, name, width: format } = part;
    if (!Object.hasOwn(kinds, name)) {
      const known = Object.keys(kinds).map((one) => `{${one}}`);
      return `unknown placeholder ${written}; ${known.length > 0 ? `use ${known.join(', ')}` : 'there are none here'}`;
    }
    if (format === null || kinds[name] === 'day') continue;
    if (kinds[name] !== 'number' || (!format.includes('|') && !/^[1-9]$/.test(format)))
      return `{${name}} has no format “${format}”`;
  }
  return null;
}

/**
 * A sentence with the values in place of its placeholders. After a colon, a number has its least number of
 * digits or its plural forms (`{count:one change|# changes}`), and a day its format
 * (`{date:D MMMM YYYY}`, of Day.js). Where a value is empty, two blanks become one.
 */
export function fillWords(
  sentence: string,
  values: Readonly<Record<string, string | number>>,
  locale: string,
): string {
  const parts = partsOf(sentence);
  const filled = parts.map((part) => {
    if (typeof part === 'string') return part;
    const value = values[part.name];
    return value === undefined ? part.written : formatted(value, part.width, locale);
  });
  const lacksOne = parts.some((part) => typeof part !== 'string' && values[part.name] === '');
  const text = filled.join('');
  return lacksOne ? text.replace(/(?<=\S) {2,}/g, ' ').trim() : text;
}

function formatted(value: string | number, format: string | null, locale: string): string {
  if (typeof value === 'number') {
    if (format === null) return String(value);
    return format.includes('|')
      ? pluralForm(value, format.split('|'), locale)
      : String(value).padStart(Number(format), '0');
  }
  const isDay = format !== null && parseDay(value) !== null;
  return isDay ? formatDate(value, format, { locale, timezone: 'UTC' }) : value;
}
