import type { Edit } from '../markdown/edit.ts';
import type { Span } from '../markdown/span.ts';
import type { CheckContext } from './context/check-context.ts';
import type { CheckableReport } from './text/checkable-report.ts';

/** The block that a line becomes when the edit is in its marker. */
export type Becomes = 'heading' | 'listItem';

/** One mistake, and where. */
export interface Finding extends Span {
  message: string;
  /** What the message is about, for the message of several findings that are shown as one. */
  subject?: string;
  /** Only findings of the same group are shown as one. */
  group?: string;
  /** Possible replacements, the likeliest first. */
  suggestions?: string[];
  /** What fixes it; only where there is one right answer. It is inside of the finding's span. */
  fix?: Edit;
  /** What the fix makes of the line; any other fix leaves all blocks as they are. */
  becomes?: Becomes;
}

/** The part of a rule that finds mistakes: one finding for each place. */
export type Check = (report: CheckableReport, context: CheckContext) => Iterable<Finding>;
