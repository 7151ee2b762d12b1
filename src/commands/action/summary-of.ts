import { sortWarnings } from '../../snapshot/warnings.ts';
import { summary } from '../draft/summary.ts';
import type { ActionOutcome, SiteOutcome } from './outcome.ts';
import type { StepSummary } from './runner/step-summary.ts';

/** What the page of a run shows of it. */
export function summaryOf(outcome: ActionOutcome): StepSummary {
  const { report, site } = outcome;
  const { written = null, path, left, pullRequest, problems = [], notices = [] } = report ?? {};
  const missing = written ? sortWarnings(written.snapshot).missing : [];
  return {
    title: path ?? site?.folder ?? 'site',
    lines: [
      ...(left ? [left.why, left.hint] : []),
      ...(pullRequest ? [`The pull request: ${pullRequest.url}`] : []),
      ...(written ? [...written.changes, ...summary(written.view, written.snapshot, 'auto')] : []),
      ...notices,
      ...siteLines(site),
    ],
    warnings: [...problems, ...missing, ...(site?.problems ?? [])].map(({ message }) => message),
    report: written?.text ?? null,
    link: pullRequest?.url ?? null,
  };
}

function siteLines(site: SiteOutcome | null): string[] {
  if (!site) return [];
  const { made, notices } = site;
  return [
    ...(made ? [made.summary] : []),
    ...(made?.drafts ?? []).map(
      ({ path, reason }) => `${path}:${reason.line}: not published: ${reason.message}.`,
    ),
    ...notices,
  ];
}
