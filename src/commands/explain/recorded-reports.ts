import { join, relative } from 'node:path';
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
  #paths: string[] | undefined;
  readonly #read = new Map<string, RecordedReport | null>();

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** The newest one. */
  latest(): Promise<RecordedReport | null> {
    return this.#find('devreport record', () => true);
  }

  /** The newest one of a period. */
  ofPeriod(period: Period): Promise<RecordedReport | null> {
    return this.#find(period.start, (report) => isOfPeriod(report, period));
  }

  /** The newest one that offered an item; without a repository, the item of any. */
  async offering({ repository, number }: ItemName): Promise<Offering | null> {
    const offered = ({ items }: RecordedReport) =>
      items.find((item) =>
        repository === null
          ? item.endsWith(`#${number}`)
          : item === itemKey({ repository, number }),
      );
    const report = await this.#find(`#${number}"`, (one) => offered(one) !== undefined);
    const item = report && offered(report);
    return report && item ? { ...report, item } : null;
  }

  /** @param part of the text of every report that can match */
  async #find(
    part: string,
    matches: (report: RecordedReport) => boolean,
  ): Promise<RecordedReport | null> {
    this.#paths ??= await newestFirst(reportsFolder(this.#environment));
    for (const path of this.#paths) {
      const report = await this.#recorded(path, part);
      if (report && matches(report)) return report;
    }
    return null;
  }

  async #recorded(path: string, part: string): Promise<RecordedReport | null> {
    const known = this.#read.get(path);
    if (known !== undefined) return known;
    const text = (await readOptional(path)) ?? '';
    if (!text.includes(part)) return null;
    const report = toRecorded(relative(this.#environment.cwd, path), text);
    this.#read.set(path, report);
    return report;
  }
}

async function newestFirst(folder: string): Promise<string[]> {
  const names = (await listOptional(folder)).filter((name) => name.endsWith('.md'));
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
