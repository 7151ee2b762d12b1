import { dirname } from 'node:path';
import { UsageError } from '../../../errors.ts';
import { cadenceOf, isOtherSeries } from '../../../period/cadence.ts';
import type { ReportRecord } from '../../../report/record/record.ts';
import type { ReportBefore } from '../../../series/adjacent.ts';
import { pathFrom } from './path-from.ts';
import type { SeriesFile } from './series-file.ts';
import type { SeriesFiles } from './series-files.ts';

/** What is repeated by mistake is fresh. */
const MOST = 8;

/**
 * The last reports before one in its series, newest first, without those that can't be read: checking them
 * says why.
 *
 * @param own the report, an absolute path; one that is none of the files has none before it
 * @param period that of its record
 */
export function readEarlier(
  files: SeriesFiles,
  own: string,
  period: ReportRecord['period'] | null,
): ReportBefore[] {
  if (!files.valuesIn(own)) return [];
  const cadence = period ? cadenceOf(period) : 'range';
  const reports = files.dated().map(({ report }) => report);
  const at = reports.findIndex(({ path }) => path === own);
  const found: ReportBefore[] = [];
  for (const report of reports.slice(0, Math.max(at, 0)).toReversed()) {
    if (found.length === MOST) break;
    const text = readIn(report);
    if (text === null || isOtherSeries(report.cadence ?? 'range', cadence)) continue;
    found.push({ path: pathFrom(dirname(own), report.path), text });
  }
  return found;
}

function readIn(report: SeriesFile): string | null {
  try {
    return report.text;
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}
