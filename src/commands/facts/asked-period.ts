import type { PeriodRequest } from '../../period/resolve.ts';
import type { Record } from '../../report/record.ts';
import type { FactOptions } from './options.ts';

/** Whether the command line names a period. */
export function asksForPeriod({ week, month, since, until }: PeriodRequest): boolean {
  return [week, month, since, until].some((option) => option !== undefined);
}

/** A recorded period, as options that ask for it. */
export function recordedPeriod({ period }: Record): PeriodRequest & { timezone: string } {
  return { since: period.start, until: period.end, timezone: period.timezone };
}

/** Whether the source can be asked for any period; the others hold one. */
export function holdsAnyPeriod({ source }: Pick<FactOptions, 'source'>): boolean {
  return ['auto', 'github', 'git'].includes(source);
}
