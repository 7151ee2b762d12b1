import { dirname, join, relative } from 'node:path';
import { titleFor } from '../../../compose/title.ts';
import type { Config } from '../../../config/schema/schema.ts';
import { slug } from '../../../config/slug.ts';
import type { Period } from '../../../period/period.ts';
import { fillFilePattern, filePattern } from '../../../placeholder/file-pattern.ts';
import { type FileValues, periodValues } from '../../../placeholder/report-placeholders.ts';
import type { SeriesFile } from './series-file.ts';
import { pathFrom } from './path-from.ts';
import { presentReport } from './present-report.ts';
import { readSeries, type Series } from './read-series.ts';
import { SeriesFiles } from './series-files.ts';

/** Where the report of a period is, or will be. */
export interface PlacedReport {
  /** Absolute. */
  path: string;
  /** What its name and that of its branch may have. */
  values: FileValues;
  series: Series;
  /** The path of another file of the series from its folder. */
  pathTo: (report: SeriesFile) => string;
}

export interface PlaceRequest {
  config: Config;
  period: Period;
  /** The path that an option names, absolute; null for that of the pattern. */
  named: string | null;
  /** The folder that paths of the pattern start at. */
  root: string;
  cwd: string;
  /** Whether a report without a record is continued. */
  adopt: boolean;
}

/**
 * Finds the report of a period, whatever number or slug its name has by now, or names a new one. Its number
 * is that of its name, else the one after the report before, else counted from the first one.
 *
 * @throws {UsageError} `report-twice`, and those of `readOptional`
 */
export function placeReport({
  config,
  period,
  named,
  root,
  cwd,
  adopt,
}: PlaceRequest): PlacedReport {
  const pattern = filePattern(config.file);
  const files = new SeriesFiles(named, pattern, root, cwd);
  // No number yet, which only the title in a slug may have: a report is found whatever its slug is.
  const fixed = seriesValues(period, config, config.number);
  const shown = (path: string) => relative(cwd, path);
  const present = () =>
    presentReport(files.reports, files.pattern, period, fixed, { adopt, shown });
  const own = named ?? present()?.path ?? null;
  const series = readSeries(files, own, period);
  const last = series.before[0]?.report.number ?? null;
  const written = own === null ? undefined : files.valuesIn(own)?.number;
  const following = last === null ? config.number + series.before.length : last + 1;
  const number = written === undefined ? following : Number(written);
  const values = { ...seriesValues(period, config, number), number };
  const path = own ?? join(root, fillFilePattern(pattern, values));
  return { path, values, series, pathTo: (report) => pathFrom(dirname(path), report.path) };
}

/** What the name of a report may have without knowing its series. */
export function seriesValues(
  period: Period,
  config: Config,
  number: number,
): Omit<FileValues, 'number'> {
  return { ...periodValues(period), slug: slugOf(titleFor(period, config, number)) };
}

/** Names of files have 255 bytes at most, and a character up to 4. */
const LONGEST_SLUG = 50;

function slugOf(title: string): string {
  const whole = slug(title, 'report');
  return [...whole].slice(0, LONGEST_SLUG).join('').replace(/-$/, '');
}
