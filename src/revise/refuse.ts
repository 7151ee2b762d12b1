import { UsageError } from '../errors.ts';
import type { Record } from './record.ts';
import { unclosedIn } from './unclosed.ts';

/** A file without a record is taken on if that is wanted, and if a record can be kept in it. */
export function requireAdoptable(text: string, file: string, isWanted: boolean): void {
  if (!isWanted) {
    throw new UsageError(
      'report-without-record',
      `${file} has no record of what devreport wrote into it, so it was left alone.`,
      {
        hint: 'Run again with --adopt to take it on: what it cites stays as it is, what is missing is added.',
      },
    );
  }
  const around = unclosedIn(text);
  if (!around) return;
  throw new UsageError(
    'report-unclosed',
    `${file} ends inside the ${around.what} that begins in line ${around.line} and is never closed: no record can be kept there.`,
    { hint: `Close the ${around.what}, and run again.` },
  );
}

/** A report is of one period. */
export function requireSamePeriod(
  { period: had }: Record,
  { period: has }: Record,
  file: string,
): void {
  if (had.start === has.start && had.end === has.end) return;
  throw new UsageError(
    'report-other-period',
    `${file} reports on ${had.start} to ${had.end}, not on ${has.start} to ${has.end}.`,
    { hint: 'Ask for its own period, or write this one into another file with -o.' },
  );
}
