import type { Previously } from '../../../compose/view/previously.ts';
import type { ReportBeside } from '../../../compose/view/view.ts';
import { encodePath } from '../../../markdown/encode-path.ts';
import { reportTitle } from '../../../report/report-title.ts';
import { readReport } from '../../../report/report.ts';
import type { PreviousReport } from '../../../series/last-time.ts';
import type { PlacedReport } from './place-report.ts';
import type { DatedReport } from './series-files.ts';

/**
 * The report before one in its series, as it is named from there.
 *
 * @throws {UsageError} `markdown-too-complex`, and those of `readOptional`
 */
export function lastReport(placed: PlacedReport): PreviousReport | null {
  return read(placed.series.before[0] ?? null, placed);
}

/**
 * What a report can say of those before and after it.
 *
 * @param last that before it
 * @throws {UsageError} those of `lastReport`
 */
export async function reportsBeside(
  placed: PlacedReport,
  last: PreviousReport | null,
): Promise<Pick<Previously, 'previous' | 'next'>> {
  const { series, values } = placed;
  const next = read(series.next, placed);
  return {
    previous: last && (await describe(last, series.before[0]?.report.number ?? values.number - 1)),
    next: next && (await describe(next, series.next?.report.number ?? values.number + 1)),
  };
}

function read(found: DatedReport | null, { pathTo }: PlacedReport): PreviousReport | null {
  if (!found) return null;
  const { report, date } = found;
  return { date, report: readReport({ path: pathTo(report), text: report.text }) };
}

async function describe({ report, date }: PreviousReport, number: number): Promise<ReportBeside> {
  const { path } = report;
  const title = await reportTitle(report);
  return { title, date, number, url: { markdown: encodePath(path) } };
}
