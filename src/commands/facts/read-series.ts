import { basename, dirname, join, resolve } from 'node:path';
import { boundaryOf } from '../../files/boundary-of.ts';
import { readOptional } from '../../files/read-optional.ts';
import { readReport } from '../../report/report.ts';
import type { PreviousReport } from '../../series/last-time.ts';
import type { Environment } from '../environment.ts';
import { datedReports, isDated } from './dated-reports.ts';
import { reportsFolder } from './reports-folder.ts';

/** The reports before one. */
export interface Series {
  /** Their number. */
  earlier: number;
  /** The newest of them. */
  last: PreviousReport | null;
}

/**
 * Reads the series of a report: the files named after dates beside it, if its own name is a date,
 * else those in the folder of reports.
 *
 * @param output the report's file as the options name it; it is not before itself
 * @param date of the report, `YYYY-MM-DD`
 * @throws {UsageError} those of `readOptional`
 */
export function readSeries(
  output: string | undefined,
  date: string,
  environment: Environment,
): Series {
  const own = output === undefined || output === '-' ? null : resolve(environment.cwd, output);
  const folder = own !== null && isDated(own) ? dirname(own) : reportsFolder(environment);
  const within = boundaryOf(join(folder, `${date}.md`), environment.cwd);
  const before = datedReports(folder, within).filter(
    (name) => name < `${date}.md` && join(folder, name) !== own,
  );
  const name = before.at(-1);
  const text = name === undefined ? null : readOptional(join(folder, name), within);
  const last =
    name === undefined || text === null
      ? null
      : { date: basename(name, '.md'), report: readReport({ path: name, text }) };
  return { earlier: before.length, last };
}
