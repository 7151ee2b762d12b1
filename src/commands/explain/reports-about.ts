import type { Period } from '../../period/period.ts';
import { dateOf } from '../../period/timezone.ts';
import { secondBefore } from '../../period/instant.ts';
import { itemKey } from '../../item/item-id.ts';
import type { Environment } from '../environment.ts';
import { row } from './explanation-words.ts';
import type { ItemName } from '../../item/item-name.ts';
import { newestReport, type RecordedReport, tellOf } from './recorded-reports.ts';
import { reportsFolder } from '../facts/reports-folder.ts';

/** A report, and the item of a name as it offered it: `owner/name#12`, lower case. */
export interface Offering {
  report: RecordedReport;
  item: string;
}

/** The newest report that offered an item; without a repository, the item of any. */
export async function reportOffering(
  { repository, number }: ItemName,
  environment: Environment,
): Promise<Offering | null> {
  const offered = ({ items }: RecordedReport) =>
    items.find((item) =>
      repository === null ? item.endsWith(`#${number}`) : item === itemKey({ repository, number }),
    );
  const report = await newestReport(reportsFolder(environment), environment.cwd, {
    holding: `#${number}"`,
    accepts: (candidate) => offered(candidate) !== undefined,
  });
  const item = report && offered(report);
  return report && item ? { report, item } : null;
}

/** The newest report with a record. */
export function latestReport(environment: Environment): Promise<RecordedReport | null> {
  const accepts = () => true;
  return newestReport(reportsFolder(environment), environment.cwd, {
    holding: 'devreport record',
    accepts,
  });
}

export function isOfPeriod({ record }: RecordedReport, { start, end }: Period): boolean {
  return record.period.start === start && record.period.end === end;
}

/** What the report of a period tells of an item, and what the newest that offered it does. */
export async function reportRows(
  item: string,
  { period, server }: { period: Period; server: string },
  offering: Offering | null,
  environment: Environment,
): Promise<string[]> {
  const own = await newestReport(reportsFolder(environment), environment.cwd, {
    holding: period.start,
    accepts: (report) => isOfPeriod(report, period),
  });
  const other = offering && !isOfPeriod(offering.report, period) ? offering.report : null;
  return [
    ...(own ? [row('report', tellOf(own, item, server))] : []),
    ...(other ? [row('report', `${tellOf(other, item, server)} (${daysOf(other)})`)] : []),
  ];
}

function daysOf({ record: { period } }: RecordedReport): string {
  const { start, end, timezone } = period;
  return `its period is ${dateOf(start, timezone)} to ${dateOf(secondBefore(end), timezone)}`;
}
