import { relative } from 'node:path';
import { workingRoot } from '../../files/boundary-of.ts';
import { itemKey } from '../../item/item-id.ts';
import type { ItemName } from '../../item/item-name.ts';
import type { Period } from '../../period/period.ts';
import { offeredItems, type ReportRecord } from '../../report/record/record.ts';
import { readReport, type Report } from '../../report/report.ts';
import type { Config } from '../../config/schema/schema.ts';
import type { Environment } from '../environment.ts';
import { filePattern } from '../../placeholder/file-pattern.ts';
import type { SeriesFile } from '../facts/series/series-file.ts';
import { SeriesFiles } from '../facts/series/series-files.ts';

/** A report with a record, and the items it offered: `owner/name#12`, lower case. */
export interface RecordedReport {
  report: Report;
  record: ReportRecord;
  items: string[];
}

/** A report, and an item by the name it was offered with: `owner/name#12`, lower case. */
export interface Offering extends RecordedReport {
  item: string;
}

/** The recorded reports of the series, newest first; they are listed once, and each is read once, when needed. */
export class RecordedReports {
  readonly #files: SeriesFiles;
  readonly #cwd: string;
  readonly #read = new Map<SeriesFile, RecordedReport | null>();

  constructor({ file }: Pick<Config, 'file'>, { cwd }: Pick<Environment, 'cwd'>) {
    this.#files = new SeriesFiles(null, filePattern(file), workingRoot(cwd), cwd);
    this.#cwd = cwd;
  }

  /** The newest one. */
  latest(): RecordedReport | null {
    return this.#find('devreport record', () => true);
  }

  /** The newest one of a period. */
  ofPeriod(period: Period): RecordedReport | null {
    return this.#find(period.start, (report) => isOfPeriod(report, period));
  }

  /** The newest one that offered an item; without a repository, the item of any. */
  offering({ repository, number }: ItemName): Offering | null {
    const offered = ({ items }: RecordedReport) =>
      items.find((item) =>
        repository === null
          ? item.endsWith(`#${number}`)
          : item === itemKey({ repository, number }),
      );
    const report = this.#find(`#${number}"`, (one) => offered(one) !== undefined);
    const item = report && offered(report);
    return report && item ? { ...report, item } : null;
  }

  /** @param part of the text of every report that can match */
  #find(part: string, matches: (report: RecordedReport) => boolean): RecordedReport | null {
    for (const file of this.#files.reports.toReversed()) {
      const report = this.#recorded(file, part);
      if (report && matches(report)) return report;
    }
    return null;
  }

  #recorded(file: SeriesFile, part: string): RecordedReport | null {
    const known = this.#read.get(file);
    if (known !== undefined) return known;
    if (!file.text.includes(part)) return null;
    const report = toRecorded(relative(this.#cwd, file.path), file.text);
    this.#read.set(file, report);
    return report;
  }
}

/** Null without a record, and with a damaged one, which a rerun of that report explains. */
function toRecorded(path: string, text: string): RecordedReport | null {
  const report = readReport({ path, text });
  if (!report.record) return null;
  const { record } = report.record;
  return { report, record, items: offeredItems(record) };
}

export function isOfPeriod({ record }: RecordedReport, { start, end }: Period): boolean {
  return record.period.start === start && record.period.end === end;
}
