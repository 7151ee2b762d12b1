import { basename, dirname, join } from 'node:path';
import { boundaryOf } from '../../../files/boundary-of.ts';
import { listOptional, readOptional } from '../../../files/read-optional.ts';
import { secondBefore, compareTexts } from '../../../period/instant.ts';
import type { Period } from '../../../period/period.ts';
import { dateOf } from '../../../period/timezone.ts';
import { dayInName, valuesInName } from '../../../placeholder/day-in-name.ts';
import { type FilePattern, filePattern, namesDay } from '../../../placeholder/file-pattern.ts';
import type { MatchedValues } from '../../../placeholder/file-segment.ts';
import { findPaths } from '../../../placeholder/find-paths.ts';
import { matchPath } from '../../../placeholder/match-path.ts';
import { SeriesFile } from './series-file.ts';
import { pathFrom } from './path-from.ts';

/** A report, and the day that it has its place in the series by; empty when nothing dates it. */
export interface DatedReport {
  date: string;
  report: SeriesFile;
}

/** The files of a series: those below a folder whose paths a pattern describes. */
export class SeriesFiles {
  readonly root: string;
  readonly pattern: FilePattern;
  readonly #within: string | null;
  readonly #read: (path: string, within: string | null) => string;
  #reports: SeriesFile[] | undefined;
  #dated: DatedReport[] | undefined;

  /**
   * The files beside a report: those of the pattern, unless it is only named after a date, as those of the
   * default pattern are; then those in its folder that are, too.
   *
   * @param own the report, an absolute path; null for the files of the pattern
   * @param root of the checkout
   * @param read gives the text of a file that may not lead out of a folder
   */
  constructor(
    own: string | null,
    pattern: FilePattern,
    root: string,
    cwd: string,
    read = (path: string, within: string | null) => readOptional(path, within) ?? '',
  ) {
    const isElsewhere =
      own !== null && valuesIn(own, root, pattern) === null && matchPath(dated, basename(own));
    this.root = isElsewhere ? dirname(own) : root;
    this.pattern = isElsewhere ? dated : pattern;
    this.#read = read;
    this.#within = boundaryOf(join(this.root, 'report.md'), cwd);
  }

  /**
   * In the order of the days in their names, else of their numbers. Folders that can have none are not read.
   *
   * @throws {UsageError} those of `listOptional`
   */
  get reports(): readonly SeriesFile[] {
    this.#reports ??= this.#list();
    return this.#reports;
  }

  /** The same with their days: of the name, else of the record; without both, that of the number before. */
  dated(): readonly DatedReport[] {
    this.#dated ??= this.#date();
    return this.#dated;
  }

  #date(): DatedReport[] {
    if (namesDay(this.pattern))
      return this.reports.map((report) => ({ date: dayInName(report.values) ?? '', report }));
    const latest = new Map<string | undefined, string>();
    return this.reports.map((report) => {
      const { cadence } = report.values;
      const date = report.period ? lastDayOf(report.period) : (latest.get(cadence) ?? '');
      latest.set(cadence, date);
      return { date, report };
    });
  }

  /** The day of a period in the same order. */
  dayOf(period: Period): string {
    return dayInName(valuesInName(this.pattern, period)) ?? lastDayOf(period);
  }

  /** The values in the name of a file; null when it is none of these files. */
  valuesIn(path: string): MatchedValues | null {
    return valuesIn(path, this.root, this.pattern);
  }

  #list(): SeriesFile[] {
    const search = findPaths(this.pattern);
    let step = search.next();
    while (step.done !== true)
      step = search.next(
        step.value.map((folder) => listOptional(join(this.root, folder), this.#within)),
      );
    return step.value
      .map(({ path: found, values }) => {
        const path = join(this.root, found);
        return new SeriesFile(path, values, () => this.#read(path, this.#within));
      })
      .toSorted(compare);
  }
}

/** The names of the default pattern, in any folder. */
const dated = filePattern('{date}.md');

function valuesIn(path: string, root: string, pattern: FilePattern): MatchedValues | null {
  return matchPath(pattern, pathFrom(root, path));
}

function compare(a: SeriesFile, b: SeriesFile): number {
  return (
    compareTexts(dayInName(a.values) ?? '', dayInName(b.values) ?? '') ||
    (a.number ?? 0) - (b.number ?? 0) ||
    compareTexts(a.path, b.path)
  );
}

/** By which a report is ordered whose name has no day. */
export function lastDayOf({ end, timezone }: Pick<Period, 'end' | 'timezone'>): string {
  return dateOf(secondBefore(end), timezone);
}
