import type { Severity } from '../../config/check-rules.ts';
import { visibleText } from '../../markdown/plain-text.ts';
import type { ReportFinding } from '../check-report.ts';
import type { CheckedFile } from './checked-file.ts';
import { gather } from './gather.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** How many annotations of a severity GitHub shows for a step of a workflow. */
const SHOWN = 10;

/**
 * The findings as commands of a GitHub workflow, which annotate the lines of a pull request: the
 * first ten of each severity, then how many more there are, by rule.
 */
export function formatGitHub(checked: readonly CheckedFile[]): string {
  const all = checked.flatMap(({ path, findings }) =>
    gather(findings).map((finding) => ({ path, ...finding })),
  );
  const lines = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const found = all.filter((finding) => finding.severity === severity);
    const more = found.slice(SHOWN);
    return [...found.slice(0, SHOWN).map(command), ...(more.length > 0 ? [summary(more)] : [])];
  });
  return lines.map((line) => `${line}\n`).join('');
}

function command({ path, place, rule, severity, message }: ReportFinding & { path: string }) {
  const { start, end } = place;
  const properties = {
    file: path,
    line: start.line,
    endLine: end.line,
    // Columns hold only within one line.
    ...(end.line === start.line && { col: start.column, endColumn: end.column }),
    title: `devreport: ${rule}`,
  };
  const written = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(String(value))}`,
  );
  return `::${commands[severity]} ${written.join(',')}::${escapeData(message)}`;
}

/** Without any foreign words: the runner would read commands in them. */
function summary(findings: readonly ReportFinding[]): string {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const byRule = [...counts].map(([rule, count]) => `${rule} ${count}`).join(', ');
  const severity = findings[0]?.severity ?? '';
  return `devreport check: ${findings.length} more of severity ${severity} without an annotation: ${byRule}`;
}

/** As actions/toolkit does in its `command.ts`; of control characters only line endings have an escape. */
function escapeData(text: string): string {
  return visibleText(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
