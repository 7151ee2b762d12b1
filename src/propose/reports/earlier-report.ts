import { type Citation, citationsIn } from '../../report/links/citations.ts';
import { readReport, type Report } from '../../report/report.ts';

/** A report of the project, and what it cites. */
export interface EarlierReport {
  /** `YYYY-MM-DD`, from the file's name; null when it has none. */
  date: string | null;
  report: Report;
  citations: Citation[];
}

/** @param repository whose items the report calls `#12`, as `owner/name`; null when unknown */
export function readEarlierReport(
  file: { path: string; text: string },
  date: string | null,
  server: string,
  repository: string | null,
): EarlierReport {
  const report = readReport(file);
  return { date, report, citations: citationsIn(report, server, repository ?? '') };
}
