import { sortWarnings } from '../../snapshot/warnings.ts';
import { summary } from '../draft/summary.ts';
import type { ActionOutcome } from './outcome.ts';
import type { StepSummary } from './runner/step-summary.ts';

/** What the page of a run shows of it. */
export function summaryOf(outcome: ActionOutcome): StepSummary {
  const { written, path, left, pullRequest, problems, notices } = outcome;
  const missing = written ? sortWarnings(written.snapshot).missing : [];
  return {
    title: path,
    lines: [
      ...(left ? [left.why, left.hint] : []),
      ...(pullRequest ? [`The pull request: ${pullRequest.url}`] : []),
      ...(written ? [...written.changes, ...summary(written.view, written.snapshot, 'auto')] : []),
      ...notices,
    ],
    warnings: [...problems, ...missing].map(({ message }) => message),
    report: written?.text ?? null,
    link: pullRequest?.url ?? null,
  };
}
