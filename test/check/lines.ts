import type { ReportFinding } from '../../src/check/check-report.ts';

/** Findings as readable lines: `line:column severity rule: message`. */
export function linesOf(findings: readonly ReportFinding[]): string[] {
  return findings.map(({ place: { start }, severity, rule, message }) => {
    return `${start.line}:${start.column} ${severity} ${rule}: ${message}`;
  });
}
