import { offeredItems } from '../../report/record/record.ts';
import { readReport } from '../../report/report.ts';
import { verdictOf } from '../../check/verdict.ts';
import type { ActionOutputs } from './inputs/output-schema.ts';
import type { ActionOutcome } from './outcome.ts';

/** The outputs of the step. */
export function outputsOf(outcome: ActionOutcome): ActionOutputs {
  const { report, site } = outcome;
  const { written = null, findings = [], pullRequest, period } = report ?? {};
  const verdict = written && verdictOf(findings);
  const { rerun = null, view, snapshot } = written ?? {};
  return {
    operation: report?.operation ?? 'published',
    changed: written !== null && written.text !== written.before,
    complete: written !== null && written.snapshot.complete && written.isWhole,
    'report-path': report?.path ?? null,
    'report-date': period?.date ?? null,
    'period-start': period?.start ?? null,
    'period-end': period?.end ?? null,
    'pull-request-number': pullRequest?.number ?? null,
    'pull-request-url': pullRequest?.url ?? null,
    branch: report?.branch ?? null,
    'head-sha': report?.head ?? null,
    merged: view?.stats.pullsMerged ?? null,
    'active-issues': view ? view.issues.length + view.moreIssues.length : null,
    contributors: view?.stats.contributors ?? null,
    newcomers: view?.newcomers.length ?? null,
    added: rerun?.added ?? (report && written ? itemsIn(written.text, report.path) : []),
    kept: rerun?.kept ?? [],
    deleted: rerun?.leftOut ?? [],
    errors: verdict?.errors ?? null,
    warnings: verdict?.warnings ?? null,
    'snapshot-path': report?.snapshotPath ?? null,
    site: site?.folder ?? null,
    points: snapshot?.collected.points ?? null,
  };
}

/** The items of a first draft. */
function itemsIn(text: string, path: string): string[] {
  const { record } = readReport({ path, text });
  return record ? [...new Set(offeredItems(record.record))] : [];
}
