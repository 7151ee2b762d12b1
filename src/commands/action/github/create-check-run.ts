import * as v from 'valibot';
import type { ReportFinding } from '../../../check/check-report.ts';
import { verdictOf } from '../../../check/verdict.ts';
import type { Severity } from '../../../config/check-rules.ts';
import { escapeForConversation } from '../../../markdown/escape.ts';
import { many } from '../../../markdown/many.ts';
import type { Base } from './base-files.ts';
import type { GitHubApi } from './github-api.ts';
import { MutationError } from './mutation-error.ts';

/** What was checked. */
export interface CheckedCommit {
  head: string;
  path: string;
  /** More warnings are as bad as an error. */
  maxWarnings: number | undefined;
}

/** As many annotations as one request may have; of more, GitHub makes no check run, without an error. */
const MOST_ANNOTATIONS = 50;

const levels: Record<Severity, string> = { error: 'FAILURE', warning: 'WARNING', info: 'NOTICE' };

/**
 * Attaches what `check` found to a commit. GraphQL has no mutation for commit statuses, and only Apps,
 * which a workflow's token belongs to, may make check runs.
 *
 * @returns why there is none; null when there is one
 */
export async function createCheckRun(
  api: GitHubApi,
  base: Base,
  { head, path, maxWarnings }: CheckedCommit,
  findings: readonly ReportFinding[],
): Promise<string | null> {
  const { errors, warnings, isBad } = verdictOf(findings, maxWarnings);
  const conclusion = isBad ? 'FAILURE' : warnings > 0 ? 'NEUTRAL' : 'SUCCESS';
  const title =
    findings.length === 0
      ? 'Nothing to correct'
      : `${many(errors, 'error')}, ${many(warnings, 'warning')}`;
  const output = {
    title,
    summary: escapeForConversation(`What devreport check found in ${path}: ${title}.`),
    annotations: findings.slice(0, MOST_ANNOTATIONS).map((finding) => annotationOf(finding, path)),
  };
  const input = { repositoryId: base.id, headSha: head, name: 'devreport', status: 'COMPLETED' };
  try {
    await api.mutate(
      'createCheckRun',
      { ...input, conclusion, output },
      'checkRun { id }',
      v.unknown(),
    );
    return null;
  } catch (error) {
    if (!(error instanceof MutationError)) throw error;
    return error.problem === 'permission'
      ? `${path} has no check run: give the job the permission checks: write (a personal token can’t make any).`
      : `${path} has no check run: ${error.message}`;
  }
}

function annotationOf({ place, severity, message, rule }: ReportFinding, path: string) {
  const { start, end } = place;
  const isOneLine = start.line === end.line;
  return {
    path,
    annotationLevel: levels[severity],
    location: {
      ...{ startLine: start.line, endLine: end.line },
      // Columns hold only within one line.
      ...(isOneLine && { startColumn: start.column, endColumn: end.column }),
    },
    title: `devreport: ${rule}`,
    message,
  };
}
