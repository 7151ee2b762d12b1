import type { ReportFinding } from './check-report.ts';

/** How a report has done: how many of its findings are serious, and whether that is too bad. */
export interface Verdict {
  errors: number;
  warnings: number;
  isBad: boolean;
}

/** @param mostWarnings more warnings than this are as bad as an error */
export function verdictOf(
  findings: readonly Pick<ReportFinding, 'severity'>[],
  mostWarnings = Infinity,
): Verdict {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  return { errors, warnings, isBad: errors > 0 || warnings > mostWarnings };
}
