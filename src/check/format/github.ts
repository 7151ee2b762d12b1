import type { VFileMessage } from 'vfile-message';
import type { Severity } from '../rule.ts';
import { type CheckedFile, severityOf } from './checked.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** How many annotations of a kind GitHub shows for a step of a workflow. */
const SHOWN = 10;

/**
 * The findings as commands of a GitHub workflow, which annotate the lines of a pull request. Of each
 * kind the first ten; what is more is only counted, by rule.
 */
export function formatGitHub(checked: readonly CheckedFile[]): string {
  const all = checked.flatMap(({ path, messages }) =>
    messages.map((message) => ({ path, message })),
  );
  const lines = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const found = all.filter(({ message }) => severityOf(message) === severity);
    const more = found.slice(SHOWN);
    return [
      ...found.slice(0, SHOWN).map(({ path, message }) => command(severity, path, message)),
      ...(more.length > 0
        ? [
            summary(
              severity,
              more.map(({ message }) => message),
            ),
          ]
        : []),
    ];
  });
  return lines.map((line) => `${line}\n`).join('');
}

function command(severity: Severity, path: string, message: VFileMessage): string {
  const { line = 1, column = 1, place, ruleId = '', reason } = message;
  const end = place && 'end' in place ? place.end : { line, column };
  const properties = {
    file: path,
    line,
    endLine: end.line,
    // Columns hold only within one line.
    ...(end.line === line && { col: column, endColumn: end.column }),
    title: `devreport: ${ruleId}`,
  };
  const written = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(String(value))}`,
  );
  return `::${commands[severity]} ${written.join(',')}::${escapeData(reason)}`;
}

/** Of no foreign word: the runner would read commands in it. */
function summary(severity: Severity, messages: readonly VFileMessage[]): string {
  const counts = new Map<string, number>();
  for (const { ruleId = '' } of messages) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  const byRule = [...counts].map(([rule, count]) => `${rule} ${count}`).join(', ');
  return `devreport check: ${messages.length} more of severity ${severity} without an annotation: ${byRule}`;
}

/** As actions/toolkit does in its `command.ts`. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
