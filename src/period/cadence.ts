import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import type { Period } from './period.ts';
import { dateOf } from './timezone.ts';

dayjs.extend(utc);

/** How often a series has a report; `range` is any other period. */
export type Cadence = Period['kind'];

/** By its days in its timezone: seven are a week, all of one calendar month are a month. */
export function cadenceOf({
  start,
  end,
  timezone,
}: Pick<Period, 'start' | 'end' | 'timezone'>): Cadence {
  const first = dayjs.utc(dateOf(start, timezone));
  const next = dayjs.utc(dateOf(end, timezone));
  if (next.diff(first, 'day') === 7) return 'week';
  return first.date() === 1 && first.add(1, 'month').isSame(next) ? 'month' : 'range';
}

/** Weekly and monthly reports are two series; a report of any other period belongs to both. */
export function isOtherSeries(one: Cadence, other: Cadence): boolean {
  return one !== other && one !== 'range' && other !== 'range';
}

const words: Readonly<Record<Cadence, string>> = {
  week: 'weekly',
  month: 'monthly',
  range: 'report',
};

/** As names of files have it: `weekly`, `monthly`, or `report`. */
export function cadenceWord(cadence: Cadence): string {
  return words[cadence];
}

/** The cadence that one of these words means. */
export function cadenceNamed(word: string): Cadence {
  return word === words.week ? 'week' : word === words.month ? 'month' : 'range';
}
