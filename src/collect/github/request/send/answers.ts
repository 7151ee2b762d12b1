import * as v from 'valibot';
import { classifyProblem, type GraphQLProblem } from '../failures/classify.ts';
import { Failure } from '../failures/failure.ts';
import type { Job } from '../queue.ts';
import type { Answer } from './client.ts';
import { aliasOf } from './document.ts';

/** The jobs of one request that have no answer. */
export interface Unanswered {
  failed: Map<Job, Failure>;
  /** Those whose answers an error at another one has taken along. */
  innocent: Job[];
}

/**
 * Resolves the jobs of one request that have an answer.
 *
 * @throws {Failure} when none has, and none of them is to blame
 */
export function readAnswers(batch: readonly Job[], { data, problems }: Answer): Unanswered {
  const unanswered: Unanswered = { failed: new Map(), innocent: [] };
  const problemsAt = byAlias(problems);
  for (const [index, job] of batch.entries()) {
    const name = aliasOf(index);
    const own = problemsAt.get(name) ?? [];
    if (data === null && own.length === 0) {
      unanswered.innocent.push(job);
      continue;
    }
    const failure = failureIn(data?.[name], own) ?? readAnswer(job, data?.[name], own);
    if (failure) unanswered.failed.set(job, failure);
  }
  const [problem] = problems;
  if (unanswered.innocent.length === batch.length && problem) throw classifyProblem(problem);
  return unanswered;
}

function byAlias(problems: readonly GraphQLProblem[]) {
  const found = new Map<unknown, GraphQLProblem[]>();
  for (const problem of problems) {
    const alias = problem.path?.[0];
    const others = found.get(alias);
    if (others) others.push(problem);
    else found.set(alias, [problem]);
  }
  return found;
}

/**
 * What makes a field's value useless. Below the field, missing or forbidden objects are normal: they
 * are null. Any other error means that the value is only a part.
 */
function failureIn(value: unknown, problems: readonly GraphQLProblem[]): Failure | undefined {
  const failures = problems.map(classifyProblem);
  const hasValue = value !== null && value !== undefined;
  return failures.find(({ kind }) => !hasValue || (kind !== 'not-found' && kind !== 'forbidden'));
}

/** Resolves the job with its value, or returns why it can't. */
function readAnswer(
  job: Job,
  value: unknown,
  problems: readonly GraphQLProblem[],
): Failure | undefined {
  try {
    job.resolve(job.field.read(value, problems));
    if (problems.length === 0) job.field.onValue?.(value);
  } catch (error) {
    if (error instanceof Failure) return error;
    // Not what was asked for: from a proxy, or from a body that was cut and still parses.
    if (v.isValiError(error)) return new Failure('unexplained', unexpected(error));
    job.reject(error);
  }
  return undefined;
}

/** Without the value itself, which may be anything, and of any length. */
function unexpected({ issues: [issue] }: { issues: [v.BaseIssue<unknown>, ...unknown[]] }): string {
  const what = issue.message.replace(/ but received .*$/s, '');
  const place = v.getDotPath(issue);
  return `unexpected answer: ${what}${place === null ? '' : ` at ${place}`}`;
}
