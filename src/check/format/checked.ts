import type { VFileMessage } from 'vfile-message';
import type { Severity } from '../rule.ts';

/** A report, by the path it is to be shown with, and what was found in it. */
export interface CheckedFile {
  path: string;
  messages: readonly VFileMessage[];
}

export function severityOf({ fatal }: VFileMessage): Severity {
  if (fatal === true) return 'error';
  return fatal === false ? 'warning' : 'info';
}
