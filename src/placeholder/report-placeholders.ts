import { cadenceOf, cadenceWord } from '../period/cadence.ts';
import { isoWeekOf } from '../period/calendar.ts';
import { secondBefore } from '../period/instant.ts';
import type { Period } from '../period/period.ts';
import { dateOf } from '../period/timezone.ts';
import type { WordKinds } from './fill-words.ts';
import type { PlaceholderKinds } from './placeholders.ts';

/** What a text about a period may name. */
export const periodKinds = {
  date: 'text',
  year: 'text',
  month: 'text',
  day: 'text',
  week: 'text',
  start: 'text',
  end: 'text',
  cadence: 'text',
} as const satisfies PlaceholderKinds;

/** What the name of a report's file may name. */
export const fileKinds = {
  ...periodKinds,
  number: 'number',
  slug: 'text',
} as const satisfies PlaceholderKinds;

/** What front matter may name. `people` and `repositories` are lists. */
export const frontMatterKinds = {
  ...fileKinds,
  date: 'day',
  start: 'day',
  end: 'day',
  title: 'text',
  people: 'text',
  repositories: 'text',
} as const satisfies WordKinds;

export type PeriodPlaceholder = keyof typeof periodKinds;
export type FilePlaceholder = keyof typeof fileKinds;

/** The values of `fileKinds`. */
export type FileValues = Readonly<Record<PeriodPlaceholder | 'slug', string> & { number: number }>;

/**
 * The values of a period: `date` is the report's own, with `year`, `month` and `day` as its parts; `start`
 * and `end` are the first and the last day, and `week` is the ISO week of the last.
 */
export function periodValues(period: Period): Readonly<Record<PeriodPlaceholder, string>> {
  const { start, end, timezone, date } = period;
  const last = dateOf(secondBefore(end), timezone);
  const [year = '', month = '', day = ''] = date.split('-');
  return {
    ...{ date, year, month, day },
    week: isoWeekOf(last),
    start: dateOf(start, timezone),
    end: last,
    cadence: cadenceWord(cadenceOf(period)),
  };
}
