import { UsageError } from '../errors.ts';
import { secondBefore } from '../period/instant.ts';
import { dateOf } from '../period/timezone.ts';
import type { Record } from '../report/record.ts';
import { unclosedIn } from '../report/unclosed.ts';

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

/** Both sides of a merge that nobody has finished cite the same items: none of them is right yet. */
export function requireMerged(text: string, file: string): void {
  const lines = text.split(/\r\n|\n|\r/);
  const line = lines.findIndex((one) => /^(?:<{7}|>{7})(?: |$)/.test(one)) + 1;
  if (line === 0) return;
  throw new UsageError(
    'report-conflict',
    `${file} has a merge conflict in line ${line}. Nothing was changed.`,
    { hint: 'Resolve it, and run again.' },
  );
}

/** A report is of one period. */
export function requireSamePeriod(
  { period: had }: Record,
  { period: has }: Record,
  file: string,
): void {
  if (had.start === has.start && had.end === has.end) return;
  const { firstDay, lastDay, dayAfter } = daysOf(had);
  const asked = daysOf(has);
  const isWeek = Date.parse(dayAfter) - Date.parse(firstDay) === 7 * 86_400_000;
  const option = isWeek ? `--week ${dayAfter}` : `--since ${firstDay} --until ${lastDay}`;
  const timezone = had.timezone === has.timezone ? '' : ` --timezone ${had.timezone}`;
  throw new UsageError(
    'report-other-period',
    `${file} reports on ${firstDay} to ${lastDay} (${had.timezone}), not on ${asked.firstDay} to ${asked.lastDay} (${has.timezone}).`,
    { hint: `Ask for it with ${option}${timezone}, or write this one into another file with -o.` },
  );
}

function daysOf({ start, end, timezone }: Record['period']) {
  return {
    firstDay: dateOf(start, timezone),
    lastDay: dateOf(secondBefore(end), timezone),
    dayAfter: dateOf(end, timezone),
  };
}
