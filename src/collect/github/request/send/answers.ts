import { isValiError } from 'valibot';
import { classifyProblem, type GraphQLProblem } from '../failures/classify.ts';
import { Failure } from '../failures/failure.ts';
import type { Job } from '../queue.ts';
import type { Answer } from './client.ts';
import { aliasOf } from './document.ts';

/** Resolves the jobs of one request, and returns those whose part of the answer failed. */
export function readAnswers(batch: readonly Job[], answer: Answer): Map<Job, Failure> {
  const failed = new Map<Job, Failure>();
  batch.forEach((job, index) => {
    const name = aliasOf(index);
    const value = answer.data[name];
    const problems = answer.problems.filter(({ path }) => path?.[0] === name);
    const failure = failureIn(value, problems);
    if (failure) {
      failed.set(job, failure);
      return;
    }
    try {
      job.resolve(job.field.read(value, problems));
      if (problems.length === 0) job.field.onValue?.(value);
    } catch (error) {
      if (error instanceof Failure) failed.set(job, error);
      // Not what was asked for: from a proxy, or from a body that was cut and still parses.
      else if (isValiError(error))
        failed.set(job, new Failure('unavailable', `unexpected answer: ${error.message}`));
      else job.reject(error);
    }
  });
  return failed;
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
