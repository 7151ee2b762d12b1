import type { Field, Operation } from './field.ts';
import type { BatchSizes } from './limits/batch-sizes.ts';

/** A question that waits for its answer. */
export interface Job {
  field: Field<unknown>;
  attempts: number;
  /** Failed attempts, except for those after which less was asked for. */
  failures: number;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
}

/** The waiting questions. First come, first served, but those of one operation travel together. */
export class Queue {
  #jobs: Job[] = [];

  /** @returns the answer */
  add<T>(field: Field<T>): Promise<T> {
    const { job, answer } = createJob(field);
    this.#jobs.push(job);
    return answer;
  }

  /** Puts failed jobs at the end, behind those that may succeed. */
  putBack(jobs: readonly Job[]): void {
    this.#jobs.push(...jobs);
  }

  /**
   * The first job that need not wait, and as many others of its operation as fit into one request.
   *
   * @param isIdle whether no request of the operation is in flight
   */
  take(sizes: BatchSizes, isIdle: (operation: Operation) => boolean): Job[] {
    this.#dropUnneeded();
    this.#splitLarge(sizes);
    const first = this.#jobs.find(({ field: { deferrable, operation } }) => {
      return !deferrable || isIdle(operation) || this.#units(operation) >= sizes.current(operation);
    });
    if (first === undefined) return [];
    const { operation } = first.field;
    const batch: Job[] = [];
    let room = sizes.current(operation);
    this.#jobs = this.#jobs.filter((job) => {
      const { field } = job;
      const fits = field.operation === operation && (field.units <= room || batch.length === 0);
      if (!fits) return true;
      batch.push(job);
      room -= field.units;
      return false;
    });
    return batch;
  }

  rejectAll(reason: unknown): void {
    for (const job of this.#jobs.splice(0)) job.reject(reason);
  }

  #dropUnneeded(): void {
    this.#jobs = this.#jobs.filter(({ field: { signal }, reject }) => {
      if (signal?.aborted !== true) return true;
      reject(signal.reason);
      return false;
    });
  }

  #units(operation: Operation): number {
    return unitsOf(this.#jobs.filter(({ field }) => field.operation === operation));
  }

  /** Replaces jobs that are larger than a request may be at present by their parts. */
  #splitLarge(sizes: BatchSizes): void {
    this.#jobs = this.#jobs.flatMap((job) => {
      const size = sizes.current(job.field.operation);
      if (!job.field.split || job.field.units <= size) return job;
      const split = job.field.split(size);
      const parts = split.fields.map((field) => createJob(field, job));
      Promise.all(parts.map((part) => part.answer))
        .then((answers) => split.join(answers))
        .then(job.resolve, job.reject);
      return parts.map((part) => part.job);
    });
  }
}

/** The units that the jobs take together. */
export function unitsOf(jobs: readonly Job[]): number {
  return jobs.reduce((sum, { field }) => sum + field.units, 0);
}

function createJob<T>(
  field: Field<T>,
  { attempts, failures } = { attempts: 0, failures: 0 },
): { job: Job; answer: Promise<T> } {
  let settle: Pick<Job, 'resolve' | 'reject'> | undefined;
  const answer = new Promise<unknown>((resolve, reject) => (settle = { resolve, reject }));
  if (settle === undefined) throw new Error('A promise calls its executor at once.');
  return { job: { field, attempts, failures, ...settle }, answer: answer as Promise<T> };
}
