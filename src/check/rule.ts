import type { RuleId } from '../config/check-rules.ts';
import type { Edit } from '../markdown/edit.ts';
import type { Span } from '../markdown/span.ts';
import type { Checkout } from './context/checkout.ts';
import type { Dictionary } from './spelling/dictionary.ts';
import type { Facts } from './context/facts.ts';
import type { AdjacentReport } from '../series/adjacent.ts';
import type { CheckableReport } from './text/checkable-report.ts';

export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** What a rule found, and where. */
export interface Finding extends Span {
  message: string;
  /** What could stand there instead, the likeliest first. */
  suggestions?: string[];
  /** What repairs it; only where there is one right answer. */
  fix?: Edit[];
}

/** What a rule may know besides the report. What is null is not known: rules that need it are silent. */
export interface Context {
  /** Where repositories live, without a trailing slash: `https://github.com`. */
  server: string;
  /** The repository, `owner/name`, that a bare `#12` means. */
  repository: string | null;
  checkout: Checkout | null;
  facts: Facts | null;
  dictionary: Dictionary | null;
  /** Words that are no mistakes, in lower case. */
  words: ReadonlySet<string>;
  /** The reports just before and after this one. */
  neighbours: readonly AdjacentReport[];
}

/**
 * Whether comments of the report leave a rule switched on at a place. A rule that says a thing once
 * about several places asks before it gathers them; what others find is left out later.
 */
export type IsEnabled = (span: Span) => boolean;

export type Check = (
  report: CheckableReport,
  context: Context,
  isTold: IsEnabled,
) => Iterable<Finding>;

export interface Rule {
  /** Also the name of its file. */
  id: RuleId;
  /** Unless the config says otherwise. */
  severity: Severity;
  /** One line, for the docs. */
  description: string;
  /** What it needs besides the report itself. */
  needs?: 'facts' | 'checkout' | 'dictionary' | 'neighbours';
  /** Whether `--fix` repairs some of what it finds. */
  fixable?: true;
  /** Whether it has something to say about a draft that nobody has edited yet. */
  drafts?: true;
  check: Check;
}
