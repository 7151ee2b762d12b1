import type { AdjacentReport, ReportBefore } from '../../series/adjacent.ts';
import type { WordUse } from '../spelling/word-use.ts';
import type { Dictionary } from '../spelling/dictionary.ts';
import type { Checkout } from './checkout.ts';
import type { Facts } from './facts.ts';

/** What rules may know besides the report. A rule finds nothing where what it needs is null. */
export interface CheckContext {
  /** Where repositories live, without a trailing slash: `https://github.com`. */
  server: string;
  /** The repository, `owner/name`, that a bare `#12` means. */
  repository: string | null;
  checkout: Checkout | null;
  facts: Facts | null;
  dictionary: Dictionary | null;
  /** Words that are no mistakes, in lower case. */
  words: ReadonlySet<string>;
  /** What the reports beside this one are written with; they are read when it is first asked. */
  wordsBeside: () => readonly WordUse[];
  /** The reports just before and after this one. */
  neighbours: readonly AdjacentReport[];
  /** The last reports before this one, newest first. */
  earlier: readonly ReportBefore[];
}
