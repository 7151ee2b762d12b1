import type { ReportFinding } from '../../check/check-report.ts';
import type { Edit } from '../../markdown/edit.ts';
import { quote } from '../../markdown/quote.ts';
import type { Report } from '../../report/report.ts';
import type { DeskFinding } from '../protocol.ts';

/** Findings with what would correct them as edits. */
export function deskFindings({ text }: Report, findings: readonly ReportFinding[]): DeskFinding[] {
  return findings.map((finding) => {
    const { start, end, rule, severity, message, fix, suggestions = [] } = finding;
    const edits = fix ? [fix] : suggestions.map((suggestion) => ({ start, end, text: suggestion }));
    return {
      ...{ start, end, rule, severity, message },
      fixes: edits.map((edit) => ({ label: labelOf(text, edit), edit })),
    };
  });
}

function labelOf(text: string, { start, end, text: replacement }: Edit): string {
  if (replacement === '') return 'Delete';
  const verb = text.slice(start, end) === '' ? 'Insert' : 'Replace with';
  return `${verb} ${replacement.trim() === '' ? 'a space' : quote(replacement)}`;
}
