import type { VFileMessage } from 'vfile-message';
import { severityOf } from '../../src/check/format/checked.ts';

/** Messages as readable lines: `line:column severity rule: message`. */
export function linesOf(messages: readonly VFileMessage[]): string[] {
  return messages.map((message) => {
    const { line = 0, column = 0, ruleId = '', reason } = message;
    return `${line}:${column} ${severityOf(message)} ${ruleId}: ${reason}`;
  });
}
