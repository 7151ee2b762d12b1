import { dirname } from 'node:path';
import { cadenceOf, isOtherSeries } from '../../../period/cadence.ts';
import type { ReportRecord } from '../../../report/record/record.ts';
import { pathFrom } from './path-from.ts';
import type { SeriesFiles } from './series-files.ts';

/** What is repeated by mistake is fresh. */
const MOST = 8;

/** A report before another one. */
export interface EarlierFile {
  /** Absolute. */
  file: string;
  /** From the folder of the other. */
  path: string;
}

/**
 * The last reports before one in its series, newest first, without empty ones.
 *
 * @param own the report, an absolute path; one that is none of the files has none before it
 * @param period that of its record
 */
export function readEarlier(
  files: SeriesFiles,
  own: string,
  period: ReportRecord['period'] | null,
): EarlierFile[] {
  if (!files.valuesIn(own)) return [];
  const cadence = period ? cadenceOf(period) : 'range';
  const reports = files.dated().map(({ report }) => report);
  const at = reports.findIndex(({ path }) => path === own);
  const found: EarlierFile[] = [];
  for (const report of reports.slice(0, Math.max(at, 0)).toReversed()) {
    if (found.length === MOST) break;
    if (report.text === '' || isOtherSeries(report.cadence ?? 'range', cadence)) continue;
    found.push({ file: report.path, path: pathFrom(dirname(own), report.path) });
  }
  return found;
}
