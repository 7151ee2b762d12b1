import { UsageError } from '../errors.ts';
import { secondBefore } from '../period/instant.ts';
import type { Period } from '../period/period.ts';
import { dateOf } from '../period/timezone.ts';
import type { ReportRecord } from '../report/record/record.ts';
import type { Report } from '../report/report.ts';
import type { Weekday } from '../period/weekday.ts';
import { dateInPath, periodOptions } from './period-options.ts';
import { unclosedIn } from '../report/record/unclosed.ts';
import { cadenceOf } from '../period/cadence.ts';

/** How a file got its name that a pattern has named. */
export interface PatternName {
  /** The date in it; null without one. */
  date: string | null;
  /** What to do to keep reports of two periods in files of their own, in a sentence; null for nothing better. */
  advice: (had: ReportRecord['period']) => string | null;
}

/**
 * Refuses a report that can't be revised, before anything is collected for it.
 *
 * @param period of the fresh draft
 * @param weekStart of the config
 * @param adopt whether to take on a report without a record
 * @param name of the file; null when an option has named it
 * @throws {UsageError} `report-conflict`, `report-without-record`, `report-unclosed`,
 *   `report-record-damaged`, `report-record-newer` or `report-other-period`
 */
export function requireRevisable(
  report: Report,
  period: Period,
  weekStart: Weekday,
  adopt: boolean,
  name: PatternName | null = null,
): void {
  requireMerged(report);
  if (report.damage) throw report.damage;
  if (report.record)
    requireSamePeriod(report, report.record.record.period, period, weekStart, name);
  else requireAdoptable(report, adopt);
}

/** The sides of an unresolved conflict cite the same items, so neither can be revised. */
function requireMerged({ text, path }: Report): void {
  const lines = text.split(/\r\n|\n|\r/);
  const line = lines.findIndex((one) => /^(?:<{7}|>{7})(?: |$)/.test(one)) + 1;
  if (line === 0) return;
  throw new UsageError(
    'report-conflict',
    `${path}:${line}: unresolved merge conflict. Nothing was changed.`,
    { hint: 'Resolve it and run again.' },
  );
}

function requireAdoptable(report: Report, adopt: boolean): void {
  const { path } = report;
  if (!adopt) {
    throw new UsageError(
      'report-without-record',
      `${path} was not written by devreport, or has lost its record. Nothing was changed.`,
      { hint: 'Run again with --adopt to keep its text and add what is missing.' },
    );
  }
  const unclosed = unclosedIn(report);
  if (!unclosed) return;
  throw new UsageError(
    'report-unclosed',
    `${path}:${unclosed.line}: unclosed ${unclosed.what}. A record cannot be added below it.`,
    { hint: `Close the ${unclosed.what} and run again.` },
  );
}

function requireSamePeriod(
  { path }: Pick<Report, 'path'>,
  had: ReportRecord['period'],
  asked: Period,
  weekStart: Weekday,
  name: PatternName | null,
): void {
  if (had.start === asked.start && had.end === asked.end) return;
  const { firstDay, lastDay } = daysOf(had);
  const other = daysOf(asked);
  const own = cadenceOf(asked);
  const file =
    own === 'range' || own === cadenceOf(had) ? '' : `, like -o ${own}ly/${asked.date}.md`;
  const timezone = had.timezone === asked.timezone ? '' : ` --timezone ${had.timezone}`;
  throw new UsageError(
    'report-other-period',
    `${path} covers ${firstDay} to ${lastDay} (${had.timezone}), not ${other.firstDay} to ${other.lastDay} (${asked.timezone}).`,
    {
      hint: [
        `Use ${periodOptions(path, had, weekStart, name ? name.date : dateInPath(path))}${timezone}, or write to another file with -o${file}.`,
        name?.advice(had) ?? [],
      ]
        .flat()
        .join(' '),
    },
  );
}

function daysOf({ start, end, timezone }: ReportRecord['period']) {
  return {
    firstDay: dateOf(start, timezone),
    lastDay: dateOf(secondBefore(end), timezone),
  };
}
