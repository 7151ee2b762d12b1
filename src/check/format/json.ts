import type { Severity } from '../../config/check-rules.ts';
import { jsonText } from '../../snapshot/json-text.ts';
import type { CheckedFile } from './checked-file.ts';

/** A finding as others script against it; lines and columns count from 1, the end is exclusive. */
export interface FindingJson {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  rule: string;
  severity: Severity;
  message: string;
  /** The likeliest replacement. */
  suggestion?: string;
}

/** The findings of all files as one array, one for each place. */
export function formatJson(checked: readonly CheckedFile[]): string {
  return `${jsonText(checked.flatMap(findingsOf), 2)}\n`;
}

function findingsOf({ path, findings }: CheckedFile): FindingJson[] {
  return findings.map(({ place: { start, end }, rule, severity, message, suggestions = [] }) => ({
    file: path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    rule,
    severity,
    message,
    ...(suggestions[0] !== undefined && { suggestion: suggestions[0] }),
  }));
}
