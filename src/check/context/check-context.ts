import type { Dictionary } from '../spelling/dictionary.ts';
import type { Checkout } from './checkout.ts';
import type { Facts } from './facts.ts';
import type { Neighbours } from './neighbours.ts';

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
  neighbours: Neighbours;
}
