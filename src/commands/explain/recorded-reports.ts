import { join, relative } from 'node:path';
import { workingRoot } from '../../files/boundary-of.ts';
import { listOptional, readOptional } from '../../files/read-optional.ts';
import { itemKey } from '../../item/item-id.ts';
import type { ItemName } from '../../item/item-name.ts';
import type { Period } from '../../period/period.ts';
import { offeredItems, type ReportRecord } from '../../report/record/record.ts';
import { readReport, type Report } from '../../report/report.ts';
import type { Environment } from '../environment.ts';
import { reportsFolder } from '../facts/reports-folder.ts';

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

/** The recorded reports of a folder, newest first; it is listed once, and each file read once, when needed. */
export class RecordedReports {
  readonly #environment: Environment;
  /** What the links of reports may not lead out of. */
  readonly #within: string;
  #paths: string[] | undefined;
  readonly #read = new Map<string, RecordedReport | null>();

  constructor(environment: Environment) {
    this.#environment = environment;
    this.#within = workingRoot(environment.cwd);
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
    this.#paths ??= newestFirst(reportsFolder(this.#environment), this.#within);
    for (const path of this.#paths) {
      const report = this.#recorded(path, part);
      if (report && matches(report)) return report;
    }
    return null;
  }

  #recorded(path: string, part: string): RecordedReport | null {
    const known = this.#read.get(path);
    if (known !== undefined) return known;
    const text = readOptional(path, this.#within) ?? '';
    if (!text.includes(part)) return null;
    const report = toRecorded(relative(this.#environment.cwd, path), text);
    this.#read.set(path, report);
    return report;
  }
}

function newestFirst(folder: string, within: string): string[] {
  const names = listOptional(folder, within).filter((name) => name.endsWith('.md'));
  return names.reverse().map((name) => join(folder, name));
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
