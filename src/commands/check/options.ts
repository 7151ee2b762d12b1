import type { FactOptions } from '../facts/options.ts';

/** How findings are printed, by the name that `--format` takes. */
export const checkFormats = ['text', 'json', 'github', 'sarif'] as const;
export type CheckFormat = (typeof checkFormats)[number];

export interface CheckCommandOptions extends FactOptions {
  format: CheckFormat;
  /** Explain this rule, and check nothing. */
  explain?: string;
  /** Fix the findings that have one right answer. */
  fix?: boolean;
  /** Check without the facts. */
  offline?: boolean;
  /** More warnings than this are as bad as an error. Default: any number is fine. */
  maxWarnings?: string;
}
