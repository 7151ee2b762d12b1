import { isValiError } from 'valibot';
import { classifyProblem, type Problem } from '../failures/classify.ts';
import type { Answer } from './client.ts';
import { alias } from './document.ts';
import { Failure } from '../failures/failure.ts';
import type { Job } from '../queue.ts';

/** Answers the jobs of one request, and returns those whose own part of the answer failed. */
export function readAnswers(batch: readonly Job[], answer: Answer): Map<Job, Failure> {
  const failed = new Map<Job, Failure>();
  batch.forEach((job, index) => {
    const name = alias(index);
    const value = answer.data[name];
    const problems = answer.problems.filter(({ path }) => path?.[0] === name);
    const failure = blocking(value, problems);
    if (failure) {
      failed.set(job, failure);
      return;
    }
    try {
      job.resolve(job.field.read(value, problems));
      if (problems.length === 0) job.field.keep?.(value);
    } catch (error) {
      if (error instanceof Failure) failed.set(job, error);
      // Not the shape that was asked for: a proxy's invention, or a body cut so that it still parses.
      else if (isValiError(error))
        failed.set(job, new Failure('unavailable', `unexpected: ${error.message}`));
      else job.reject(error);
    }
  });
  return failed;
}

/**
 * What makes a field's value useless. Below it, things that are gone or forbidden are normal: they
 * are null there. Anything else says that the answer is only a part.
 */
function blocking(value: unknown, problems: readonly Problem[]): Failure | undefined {
  const failures = problems.map(classifyProblem);
  const tolerable = value !== null && value !== undefined;
  return failures.find(({ kind }) => !tolerable || (kind !== 'not-found' && kind !== 'forbidden'));
}
