import { pageOf, type PageArguments } from '../connection.ts';
import {
  checkRunOf,
  type CheckAnnotation,
  type CheckRun,
  type CheckRunFacts,
} from '../data/check-run.ts';
import { commitNamed } from '../data/history.ts';
import type { Repository } from '../data/repository.ts';
import { ApiError } from '../errors.ts';
import type { Context, Resolver } from '../resolve/context.ts';
import { nodeOfType, requireWrite, unprocessable } from './handler.ts';

/** In one request. The next ones add to them. */
const mostAnnotations = 50;
/** Of a summary and of a text, in bytes. */
const longestText = 65_535;

interface CheckRunInput {
  name?: string | null;
  status?: string | null;
  conclusion?: string | null;
  startedAt?: string | null;
  completedAt?: string | null;
  detailsUrl?: string | null;
  externalId?: string | null;
  output?: {
    title: string;
    summary: string;
    text?: string | null;
    annotations?: AnnotationInput[] | null;
  } | null;
}

interface AnnotationInput {
  path: string;
  annotationLevel: string;
  message: string;
  title?: string | null;
  rawDetails?: string | null;
  location: {
    startLine: number;
    endLine: number;
    startColumn?: number | null;
    endColumn?: number | null;
  };
}

interface CreateCheckRun extends CheckRunInput {
  repositoryId: string;
  name: string;
  headSha: string;
}

export function createCheckRun(input: CreateCheckRun, context: Context) {
  const repository = nodeOfType<Repository>(context, 'Repository', input.repositoryId);
  requireWrite(context, repository, 'CreateCheckRun', 'checks');
  const { headSha, name } = input;
  if (commitNamed(repository, headSha) === null)
    unprocessable(`No commit found for SHA: ${headSha}`);
  if (tooMany(input)) return { checkRun: null };
  const empty = {
    ...{ name, headSha, app: context.token.login, status: 'QUEUED', conclusion: null },
    ...{ startedAt: context.at, completedAt: null, detailsUrl: null, externalId: null },
    ...{ title: null, summary: null, text: null, annotationList: [] },
  };
  const number = repository.checkRuns.length + 1;
  const checkRun = checkRunOf(repository, number, changedFacts(empty, input, context));
  repository.checkRuns.push(checkRun);
  return { checkRun };
}

interface UpdateCheckRun extends CheckRunInput {
  repositoryId: string;
  checkRunId: string;
}

export function updateCheckRun(input: UpdateCheckRun, context: Context) {
  const old = nodeOfType<CheckRun>(context, 'CheckRun', input.checkRunId);
  const { repository, app } = old;
  requireWrite(context, repository, 'UpdateCheckRun', 'checks');
  if (app !== context.token.login)
    throw new ApiError(
      'FORBIDDEN',
      'Check run can only be modified by the GitHub App that created it.',
    );
  if (tooMany(input)) return { checkRun: null };
  const number = repository.checkRuns.indexOf(old) + 1;
  const checkRun = checkRunOf(repository, number, changedFacts(old, input, context));
  repository.checkRuns[number - 1] = checkRun;
  return { checkRun };
}

/** GitHub answers null then, without an error (mc1arke/sonarqube-community-branch-plugin#159). */
function tooMany({ output }: CheckRunInput): boolean {
  return (output?.annotations?.length ?? 0) > mostAnnotations;
}

function changedFacts(old: CheckRunFacts, input: CheckRunInput, { at }: Context): CheckRunFacts {
  const { output, conclusion, status } = input;
  for (const text of [output?.summary, output?.text]) {
    if (Buffer.byteLength(text ?? '') > longestText)
      unprocessable(`Summary exceeds a maximum bytesize of ${longestText}`);
  }
  if (status === 'COMPLETED' && !conclusion)
    unprocessable('A completed check run needs a conclusion');
  const isCompleted = Boolean(conclusion);
  return {
    ...old,
    name: input.name ?? old.name,
    status: isCompleted ? 'COMPLETED' : (status ?? old.status),
    conclusion: conclusion ?? old.conclusion,
    startedAt: input.startedAt ?? old.startedAt,
    completedAt: input.completedAt ?? (isCompleted ? at : old.completedAt),
    detailsUrl: input.detailsUrl ?? old.detailsUrl,
    externalId: input.externalId ?? old.externalId,
    title: output?.title ?? old.title,
    summary: output?.summary ?? old.summary,
    text: output?.text ?? old.text,
    annotationList: [...old.annotationList, ...(output?.annotations ?? []).map(annotationOf)],
  };
}

function annotationOf({ location, title, rawDetails, ...given }: AnnotationInput): CheckAnnotation {
  const { startLine, endLine, startColumn = null, endColumn = null } = location;
  if (startLine < 1 || endLine < startLine) unprocessable('Invalid line numbers of an annotation');
  if (startLine !== endLine && (startColumn !== null || endColumn !== null))
    unprocessable('Columns of an annotation are for one line alone');
  return {
    ...given,
    title: title ?? null,
    rawDetails: rawDetails ?? null,
    location: {
      start: { line: startLine, column: startColumn },
      end: { line: endLine, column: endColumn },
    },
  };
}

export const checkRunFields: Record<string, Resolver> = {
  annotations: ({ id, annotationList }: CheckRun, args: PageArguments) =>
    pageOf(annotationList, args, { name: `annotations ${id}` }),
};
