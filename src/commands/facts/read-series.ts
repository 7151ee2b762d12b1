import { basename, dirname, join } from 'node:path';
import { boundaryOf } from '../../files/boundary-of.ts';
import { readOptional } from '../../files/read-optional.ts';
import type { Period } from '../../period/period.ts';
import { periodInText } from '../../report/record/period-in-text.ts';
import { readReport } from '../../report/report.ts';
import { type Cadence, cadenceOf, isOtherSeries } from '../../period/cadence.ts';
import type { PreviousReport } from '../../series/last-time.ts';
import type { DatedText } from '../../series/reported-on.ts';
import type { Environment } from '../environment.ts';
import { datedReports, isDated } from './dated-reports.ts';
import { reportsFolder } from './reports-folder.ts';

/** The reports before one. */
export interface Series {
  /** The number of those that are not of the other series. */
  earlier: number;
  /** The newest of those. */
  last: PreviousReport | null;
  /** All of them, newest first. */
  before: readonly DatedText[];
}

/**
 * Reads the series of a report: the files named after dates beside it, if its own name is a date,
 * else those in the folder of reports. Weekly and monthly reports are two series; a report whose record
 * has no period counts in both, like one of any other period.
 *
 * @param own the report's file, an absolute path; it is not before itself. Null for stdout.
 * @throws {UsageError} those of `readOptional`
 */
export function readSeries(own: string | null, period: Period, environment: Environment): Series {
  const { date } = period;
  const cadence = cadenceOf(period);
  const folder = own !== null && isDated(own) ? dirname(own) : reportsFolder(environment);
  const within = boundaryOf(join(folder, `${date}.md`), environment.cwd);
  const before = datedReports(folder, within)
    .filter((name) => name < `${date}.md` && join(folder, name) !== own)
    .map((name): DatedText => ({
      date: basename(name, '.md'),
      text: readOptional(join(folder, name), within) ?? '',
    }))
    .toReversed();
  const sameCadence = before.filter(
    ({ text }) => !isOtherSeries(cadenceIn(text) ?? cadence, cadence),
  );
  const [last] = sameCadence;
  return {
    earlier: sameCadence.length,
    last: last
      ? { date: last.date, report: readReport({ path: `${last.date}.md`, text: last.text }) }
      : null,
    before,
  };
}

function cadenceIn(text: string): Cadence | null {
  const period = periodInText(text);
  return period && cadenceOf(period);
}
