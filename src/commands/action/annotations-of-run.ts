import type { Annotation } from '../../check/format/annotations.ts';
import { DevreportError } from '../../errors.ts';
import { sortWarnings } from '../../snapshot/warnings.ts';
import { describeUnexpected } from '../terminal/describe-error.ts';
import { inTermsOfInputs } from './inputs/in-terms-of-inputs.ts';
import type { ActionOutcome, ReportOutcome, SiteOutcome } from './outcome.ts';

/** What the page of a run shows, the most important first. */
export function annotationsOfRun({ report, site }: ActionOutcome): Annotation[] {
  return [...(report ? ofReport(report) : []), ...(site ? ofSite(site) : [])];
}

function ofReport(outcome: ReportOutcome): Annotation[] {
  const { problems, written, findings, path, left, notices } = outcome;
  const missing = written ? sortWarnings(written.snapshot).missing : [];
  return [
    ...problems.map(annotationOfError),
    ...missing.map(({ code, message }): Annotation => ({
      severity: 'warning',
      topic: code,
      message,
    })),
    ...findings.map(({ severity, rule, message, place }): Annotation => ({
      ...{ severity, topic: rule, message, file: path, place },
    })),
    ...(left
      ? [{ severity: 'info' as const, topic: 'skipped', message: `${left.why} ${left.hint}` }]
      : []),
    ...notices.map(noticeOf),
  ];
}

function ofSite({ made, problems, notices }: SiteOutcome): Annotation[] {
  const { missingImages = [], drafts = [] } = made ?? {};
  return [
    ...problems.map(annotationOfError),
    ...missingImages.map((path): Annotation => ({
      ...{ severity: 'warning', topic: 'image-missing' },
      message: `The image ${path} is missing; its text is shown instead.`,
    })),
    ...notices.map(noticeOf),
    ...drafts.map(({ path, reason: { line, message } }): Annotation => {
      const start = { line, column: 1 };
      return {
        ...{ severity: 'info', topic: 'draft', message: `Not published: ${message}.` },
        ...{ file: path, place: { start, end: start } },
      };
    }),
  ];
}

function noticeOf(message: string): Annotation {
  return { severity: 'info', topic: 'notice', message };
}

/** An error with what to do, in one annotation. */
export function annotationOfError(error: unknown): Annotation {
  if (!(error instanceof DevreportError)) {
    const message = describeUnexpected(error, []).join('\n');
    return { severity: 'error', topic: 'unexpected', message };
  }
  const { code, lines, hint } = error;
  const message = [...lines, ...(hint === undefined ? [] : [inTermsOfInputs(hint)])].join('\n');
  return { severity: 'error', topic: code, message };
}
