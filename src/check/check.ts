import type { VFileMessage } from 'vfile-message';
import { type CheckOptions, examine } from './examine.ts';
import type { ReportFile } from './report.ts';

export type { CheckOptions } from './examine.ts';
export type { ReportFile } from './report.ts';

/**
 * Checks an edited report: against itself, and against the facts, the files and the dictionary, as
 * far as the options hold them. Messages are in the order of the text and have the rule as `ruleId`;
 * `fatal` is true for an error, false for a warning and undefined for a mere info; `expected` holds
 * what could stand in the message's place.
 */
export function check(file: ReportFile, options: CheckOptions): VFileMessage[] {
  return examine(file, options).map(({ message }) => message);
}
