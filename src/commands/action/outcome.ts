import type { ReportFinding } from '../../check/check-report.ts';
import type { DevreportError } from '../../errors.ts';
import type { FileValues } from '../../placeholder/report-placeholders.ts';
import type { Period } from '../../period/period.ts';
import type { BranchPullRequest } from '../../publish/pull-request/branch-state.ts';
import type { MadeSite } from '../publish/publish-site.ts';
import type { WrittenDraft } from '../draft/write-draft.ts';
import type { ActionOutputs } from './inputs/output-schema.ts';

/** What a run of the Action did. */
export interface ActionOutcome {
  /** Null in a run that only makes the site. */
  report: ReportOutcome | null;
  /** Null when it was not asked for. */
  site: SiteOutcome | null;
}

/** What a run did about the site of the reports. */
export interface SiteOutcome {
  /** Null without a site: because of a problem, or in a dry run. */
  made: MadeSite | null;
  /** The path of its folder in the workspace. */
  folder: string | null;
  problems: readonly DevreportError[];
  notices: readonly string[];
}

/** What a run did about a report. */
export interface ReportOutcome {
  operation: Exclude<ActionOutputs['operation'], 'published'>;
  period: Period;
  /** What the name of its file may have. */
  values: FileValues;
  /** The path of the report in the repository. */
  path: string;
  /** Null where a person's decision stands. */
  written: WrittenDraft | null;
  findings: readonly ReportFinding[];
  /** Where the report was committed to; null without a commit, now or earlier. */
  branch: string | null;
  head: string | null;
  pullRequest: Pick<BranchPullRequest, 'number' | 'url'> | null;
  /** Why nothing was written, and what changes that. */
  left: { why: string; hint: string } | null;
  /** What was asked for and could not be done. */
  problems: readonly DevreportError[];
  /** What to know, and nothing to mend. */
  notices: readonly string[];
  snapshotPath: string | null;
}
