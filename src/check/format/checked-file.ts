import type { ReportFinding } from '../check-report.ts';

/** The findings of a report, and its path as it is to be shown. */
export interface CheckedFile {
  path: string;
  findings: readonly ReportFinding[];
}
