import type { ReportFinding } from '../check-report.ts';

/** The findings of a report, and the path to show. */
export interface CheckedFile {
  path: string;
  findings: readonly ReportFinding[];
}
