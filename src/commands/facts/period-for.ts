import type { Config } from '../../config/schema/schema.ts';
import { secondBefore } from '../../period/instant.ts';
import type { Period } from '../../period/period.ts';
import { type PeriodRequest, resolvePeriod } from '../../period/resolve.ts';
import { dateOf } from '../../period/timezone.ts';
import type { ReportRecord } from '../../report/record/record.ts';
import type { FactOptions } from './options.ts';

/** Whether the command line names a period. */
export function asksForPeriod({ week, month, since, until }: PeriodRequest): boolean {
  return [week, month, since, until].some((option) => option !== undefined);
}

/** The options that ask for a recorded period. */
export function recordedPeriod({ period }: ReportRecord): PeriodRequest & { timezone: string } {
  return { since: period.start, until: period.end, timezone: period.timezone };
}

/**
 * The period that the options ask for.
 *
 * @param now an instant
 * @param held the only period of a saved source, which needs no options to ask for it
 * @throws {UsageError} for a period or timezone that doesn't exist
 */
export function periodFor(
  options: FactOptions,
  config: Config,
  now: string,
  held?: Period,
): Period {
  const timezone = options.timezone ?? held?.timezone ?? config.timezone;
  const settings = { timezone, weekStart: config.weekStart };
  if (!held || asksForPeriod(options)) return resolvePeriod(options, settings, now);
  if (options.timezone === undefined) return held;
  // The same days in another timezone are usually other instants: the source will refuse them.
  const { start, end } = resolvePeriod(daysOf(held), settings, now);
  return { ...held, start, end, timezone };
}

function daysOf({ start, end, timezone }: Period): PeriodRequest {
  return { since: dateOf(start, timezone), until: dateOf(secondBefore(end), timezone) };
}
