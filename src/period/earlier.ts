import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import { formatDay } from './calendar.ts';
import { instantOf } from './instant.ts';
import type { Period } from './period.ts';
import { dateOf, startOfDay } from './timezone.ts';

dayjs.extend(utc);

/** A half-open window of instants. */
export type TimeWindow = Pick<Period, 'start' | 'end'>;

/**
 * The periods before one, each ending where the next one starts, from the oldest to the last: the weeks
 * or months before in its timezone, of any other period those of the same length: as many days if it
 * consists of days. None begins before 1970: nothing that git or GitHub has is older.
 */
export function periodsBefore(period: Period, count: number): TimeWindow[] {
  const length = Date.parse(period.end) - Date.parse(period.start);
  const possible = Math.max(0, Math.min(count, Math.floor(Date.parse(period.start) / length)));
  const starts = Array.from({ length: possible + 1 }, (_, back) => startBefore(period, back));
  const windows = starts.slice(1).map((start, index) => ({ start, end: starts[index] ?? start }));
  return windows.toReversed();
}

/** Where the period starts, or the one so many before it. */
function startBefore({ kind, start, end, timezone }: Period, back: number): string {
  if (back === 0) return start;
  const [first, after] = [dayOf(start, timezone), dayOf(end, timezone)];
  const startOf = (day: dayjs.Dayjs) => startOfDay(formatDay(day), timezone);
  if (kind === 'month') return startOf(first.subtract(back, 'month'));
  if (startOf(first) === start && startOf(after) === end) {
    return startOf(first.subtract(back * after.diff(first, 'day'), 'day'));
  }
  return instantOf(Date.parse(start) - back * (Date.parse(end) - Date.parse(start)));
}

function dayOf(instant: string, timezone: string): dayjs.Dayjs {
  return dayjs.utc(dateOf(instant, timezone));
}
