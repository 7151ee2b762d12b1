import type { CheckOptions } from '../check/check-report.ts';
import type { Draft } from '../report/draft/draft.ts';
import type { FreshDraft } from '../revise/revise.ts';
import type { DeskFacts } from './protocol.ts';

/** Everything that the desk knows besides the text of the report. */
export interface Desk {
  /** The path of the report, as messages name it. */
  path: string;
  /** Where the repositories are, without a trailing slash. */
  server: string;
  /** The repository, `owner/name`, of `#12`. */
  home: string | undefined;
  facts: DeskFacts;
  /** What the report's entries look like; null without facts. */
  drafts: DeskDrafts | null;
  /** The heading of highlights, as the config has it; null for its default. */
  highlights: string | null;
  check: CheckOptions;
}

export interface DeskDrafts {
  /** The draft that a rerun brings into the report. */
  fresh: FreshDraft;
  /** Entries of everything that the draft leaves out, in the same layout. */
  others: Draft;
}
