import type { FactOptions } from '../facts/options.ts';

export type CheckFormat = 'text' | 'json' | 'github';

export interface CheckCommandOptions extends FactOptions {
  format: CheckFormat;
  /** Fix the findings that have one right answer. */
  fix?: boolean;
  /** Check without the facts. */
  offline?: boolean;
  /** More warnings than this are as bad as an error. Default: any number is fine. */
  maxWarnings?: string;
}
