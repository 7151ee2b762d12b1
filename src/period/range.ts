import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import { UsageError } from '../errors.ts';
import { endOfDay, parseDay } from './calendar.ts';
import { instantOf, secondBefore } from './instant.ts';
import type { Period } from './period.ts';
import { dateOf, startOfDay } from './timezone.ts';

dayjs.extend(utc);

/** The period between two dates, both included, or instants, the second one excluded. */
export function dateRange(
  since: string | undefined,
  until: string | undefined,
  timezone: string,
): Period {
  if (since === undefined || until === undefined) {
    const missing = since === undefined ? '--since' : '--until';
    throw new UsageError('range-open', `${missing} is missing.`, {
      hint: 'Give both ends: --since 2017-05-01 --until 2017-05-07, both days included.',
    });
  }
  const from = readEnd('--since', since);
  const to = readEnd('--until', until);
  const start = from.date !== undefined ? startOfDay(from.date, timezone) : from.instant;
  const end = to.date !== undefined ? endOfDay(to.date, timezone) : to.instant;
  if (start >= end) {
    throw new UsageError('range-empty', `The period from ${since} to ${until} is empty.`, {
      hint: '--since has to come before --until.',
    });
  }
  // The end is not part of the period, but the second before it is.
  const date = to.date ?? dateOf(secondBefore(end), timezone);
  return { kind: 'range', start, end, timezone, date };
}

type RangeEnd = { date: string; instant?: never } | { date?: never; instant: string };

function readEnd(option: string, text: string): RangeEnd {
  if (parseDay(text)) return { date: text };
  const instant = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/i.exec(
    text,
  );
  const parsed = dayjs.utc(text);
  if (!instant || !parseDay(instant[1] ?? '') || !parsed.isValid()) {
    throw new UsageError('date-invalid', `${option} "${text}" is neither a date nor an instant.`, {
      hint: 'Use a date like 2017-05-01, or an instant with its offset like 2017-05-01T09:00:00+02:00.',
    });
  }
  return { instant: instantOf(parsed.valueOf()) };
}
