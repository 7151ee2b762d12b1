import { readReport, type Report } from '../../report/report.ts';

/** Parses each text of a report once while it is the latest, which is what takes most of the time. */
export class LatestReport {
  readonly #path: string;
  #report: Report | null = null;

  /** @param path as messages name it */
  constructor(path: string) {
    this.#path = path;
  }

  /** @throws {UsageError} those of `readReport` */
  of(text: string): Report {
    if (this.#report?.text !== text) this.#report = readReport({ path: this.#path, text });
    return this.#report;
  }
}
