import { secondBefore } from '../../period/instant.ts';
import type { Period } from '../../period/period.ts';
import { dateOf } from '../../period/timezone.ts';
import { citationsIn } from '../../report/links/citations.ts';
import { hashesOf } from '../../report/record/as-read.ts';
import { field, under } from '../../compose/explain/fields.ts';
import {
  isOfPeriod,
  type Offering,
  type RecordedReport,
  type RecordedReports,
} from './recorded-reports.ts';

/** What the report of a period and the newest report that offered an item say about it. */
export function reportLines(
  item: string,
  { period, server }: { period: Period; server: string },
  offering: Offering | null,
  reports: RecordedReports,
): string[] {
  const own = reports.ofPeriod(period);
  const other = offering && !isOfPeriod(offering, period) ? offering : null;
  return [
    ...(own ? [field('report', reportAbout(own, item, server))] : []),
    ...(other ? [field('report', `${reportAbout(other, item, server)} (${daysOf(other)})`)] : []),
  ];
}

/** What a report itself says about an item (`owner/name#12`, lower case). */
export function reportAbout(
  { report, record }: RecordedReport,
  item: string,
  server: string,
): string {
  const file = report.path;
  const offers = record.sections.filter((section) => Object.hasOwn(section.items, item));
  const offered = offers[0] && under(offers[0].path);
  const cited = citationsIn(report, server).find((citation) => citation.item === item);
  if (!cited) {
    return offered === undefined
      ? `${file} does not name it`
      : `${file} offered it ${offered}; its editor deleted it, and it stays deleted`;
  }
  const place = under(cited.block.section.path);
  if (offered === undefined) return `${file} names it ${place}, where its editor added it`;
  const hashes = offers.flatMap((section) => section.items[item] ?? []);
  const isDrafted = cited.bullet && hashesOf(cited.bullet).some((hash) => hashes.includes(hash));
  const words = isDrafted === true ? 'in the words of the draft' : "in its editor's words";
  return `${file} names it ${place}, ${words}${place === offered ? '' : `; it was offered ${offered}`}`;
}

function daysOf({ record: { period } }: RecordedReport): string {
  const { start, end, timezone } = period;
  return `its period is ${dateOf(start, timezone)} to ${dateOf(secondBefore(end), timezone)}`;
}
