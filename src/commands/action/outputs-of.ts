import { offeredItems } from '../../report/record/record.ts';
import { readReport } from '../../report/report.ts';
import { verdictOf } from '../../check/verdict.ts';
import type { ActionOutputs } from './inputs/output-schema.ts';
import type { ActionOutcome } from './outcome.ts';

/** The outputs of the step. */
export function outputsOf(outcome: ActionOutcome): ActionOutputs {
  const { operation, period, path, written, findings, pullRequest, branch, head } = outcome;
  const verdict = written && verdictOf(findings);
  const { rerun = null, view, snapshot } = written ?? {};
  return {
    operation,
    changed: written !== null && written.text !== written.before,
    complete: written !== null && written.snapshot.complete && written.isWhole,
    'report-path': path,
    'report-date': period.date,
    'period-start': period.start,
    'period-end': period.end,
    'pull-request-number': pullRequest?.number ?? null,
    'pull-request-url': pullRequest?.url ?? null,
    branch,
    'head-sha': head,
    merged: view?.stats.pullsMerged ?? null,
    'active-issues': view ? view.issues.length + view.moreIssues.length : null,
    contributors: view?.stats.contributors ?? null,
    newcomers: view?.newcomers.length ?? null,
    added: rerun?.added ?? (written ? itemsIn(written.text, path) : []),
    kept: rerun?.kept ?? [],
    deleted: rerun?.leftOut ?? [],
    errors: verdict?.errors ?? null,
    warnings: verdict?.warnings ?? null,
    'snapshot-path': outcome.snapshotPath,
    points: snapshot?.collected.points ?? null,
  };
}

/** The items of a first draft. */
function itemsIn(text: string, path: string): string[] {
  const { record } = readReport({ path, text });
  return record ? [...new Set(offeredItems(record.record))] : [];
}
