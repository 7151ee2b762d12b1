import type { DeskReport } from '../../protocol.ts';

const format = new Intl.DateTimeFormat('en-GB', {
  ...{ day: 'numeric', month: 'long', year: 'numeric' },
  timeZone: 'UTC',
});

/** `1–7 May 2017` */
export function daysOf({ firstDay, lastDay }: NonNullable<DeskReport['period']>): string {
  return format.formatRange(new Date(firstDay), new Date(lastDay));
}
