import { UsageError } from '../../errors.ts';
import { isoWeekOf } from '../../period/calendar.ts';
import { secondBefore } from '../../period/instant.ts';
import type { Period } from '../../period/period.ts';
import { dateOf } from '../../period/timezone.ts';
import { oneOf } from '../../markdown/quote.ts';

/** What `{date}` and the others stand for in a pattern, by name. */
export type Placeholders = Readonly<Record<string, string>>;

/** Those of a period; week, month and year are those of its last day. */
export function periodPlaceholders({ start, end, timezone, date }: Period): Placeholders {
  const last = dateOf(secondBefore(end), timezone);
  return {
    date,
    start: dateOf(start, timezone),
    end: last,
    week: isoWeekOf(last),
    month: last.slice(0, 7),
    year: last.slice(0, 4),
  };
}

/**
 * A pattern with its placeholders filled in.
 *
 * @param input the name of the pattern, as messages name it
 * @throws {UsageError} `placeholder-unknown`
 */
export function fillIn(pattern: string, values: Placeholders, input: string): string {
  return pattern.replace(/\{([^{}]*)\}/g, (written, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value !== undefined) return value;
    throw new UsageError('placeholder-unknown', `Unknown placeholder ${written} in ${input}.`, {
      hint: `Use ${oneOf(Object.keys(values).map((known) => `{${known}}`))}.`,
    });
  });
}
