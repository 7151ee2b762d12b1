import type { Severity } from '../rule.ts';
import { type CheckedFile, severityOf } from './checked.ts';

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
  /** What could stand there instead. */
  suggestion?: string;
}

/** The findings of all files as one array. */
export function formatJson(checked: readonly CheckedFile[]): string {
  return `${JSON.stringify(checked.flatMap(findingsOf), null, 2)}\n`;
}

function findingsOf({ path, messages }: CheckedFile): FindingJson[] {
  return messages.map((message) => {
    const { line = 1, column = 1, place, expected } = message;
    const end = place && 'end' in place ? place.end : { line, column };
    const [suggestion] = expected ?? [];
    return {
      file: path,
      line,
      column,
      endLine: end.line,
      endColumn: end.column,
      rule: message.ruleId ?? '',
      severity: severityOf(message),
      message: message.reason,
      ...(suggestion !== undefined && { suggestion }),
    };
  });
}
