import { instantOf } from '../../../period/instant.ts';
import type { Cache } from '../../cache.ts';
import { askWithCache } from './cached-answers.ts';
import { Failure } from './failures/failure.ts';
import { decideRetry, failuresBeforeSplit, pauseAfter } from './failures/retry.ts';
import { endlessError, toSourceError } from './failures/source-errors.ts';
import type { Field } from './field.ts';
import { Allowance } from './limits/allowance.ts';
import { BatchSizes } from './limits/batch-sizes.ts';
import type { Budget } from './limits/budget.ts';
import { Pace, type PaceOptions } from './limits/pace.ts';
import { isWorthWaiting, limitPause } from './limits/rate-limits.ts';
import { Queue, unitsOf, type Job } from './queue.ts';
import { Dispatcher, type DispatcherOptions, type SentAt } from './send/dispatcher.ts';

export interface RequesterOptions
  extends PaceOptions, Pick<DispatcherOptions, 'client' | 'signal' | 'log'> {
  /** Wait for limits however long they last. */
  wait: boolean;
  /** Earlier answers that still hold. */
  cache?: Cache | undefined;
}

/**
 * Asks many small questions in few requests: those of one operation that wait at the same time share
 * one. Several requests run at once. What fails is asked again as `retry.ts` decides.
 */
export class Requester {
  readonly #options: RequesterOptions;
  readonly #queue = new Queue();
  readonly #sizes = new BatchSizes();
  readonly #allowance = new Allowance();
  readonly #startedAt: number;
  readonly #pace: Pace;
  readonly #dispatcher: Dispatcher;
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;

  constructor(options: RequesterOptions) {
    this.#options = options;
    this.#startedAt = options.clock.now();
    this.#signal = AbortSignal.any([options.signal, this.#stop.signal]);
    this.#signal.addEventListener('abort', () => {
      this.#queue.rejectAll(this.#signal.reason);
    });
    this.#pace = new Pace(options);
    this.#dispatcher = new Dispatcher({
      ...options,
      queue: this.#queue,
      sizes: this.#sizes,
      pace: this.#pace,
      signal: this.#signal,
      onSend: (sent) => {
        this.#requireAllowance(sent);
      },
      onFailure: (jobs, failure, sent) => {
        this.#failed(jobs, failure, sent);
      },
    });
  }

  /** Attempts so far. */
  get sent(): number {
    return this.#dispatcher.sent;
  }

  get budget(): Budget {
    return this.#pace.budget;
  }

  /**
   * @throws {Failure} when this question has no answer, though others may
   * @throws {SourceError} when the run can't go on, which also ends every other question
   */
  async ask<T>(field: Field<T>): Promise<T> {
    const { cache } = this.#options;
    const ask = (asked: Field<T>) => {
      this.#signal.throwIfAborted();
      this.#dispatcher.schedule();
      return this.#queue.add(asked);
    };
    return cache ? askWithCache(field, cache, ask) : ask(field);
  }

  /** What the run may take, to which callers add what their questions need at most. */
  get allowance(): Allowance {
    return this.#allowance;
  }

  /**
   * Checks that enough of the hour's points are left, before any are spent. If not, waits for more
   * where their renewal is near.
   *
   * @throws {SourceError} when it is too far off
   */
  require(points: number): void {
    const { remaining, renewal } = this.budget;
    if (remaining === undefined || remaining >= points) return;
    const text = `about ${points} points needed, ${remaining} left`;
    this.#limited(new Failure('rate-limited', text, { resetAt: renewal }));
    this.#signal.throwIfAborted();
  }

  /**
   * Ends all requests that are no longer needed.
   *
   * @returns whether nothing had ended them before
   */
  stop(): boolean {
    const wasRunning = !this.#signal.aborted;
    this.#stop.abort(new Error('The run is over.'));
    return wasRunning;
  }

  #requireAllowance(sent: number): void {
    const { clock, host } = this.#options;
    const elapsed = clock.now() - this.#startedAt - this.#pace.waited;
    if (this.#allowance.isSpent(sent, elapsed)) this.#stop.abort(endlessError(host, sent, elapsed));
  }

  /** Retries, splits or gives up the jobs of a failed attempt, or ends the run. */
  #failed(batch: readonly Job[], failure: Failure, sent: SentAt): void {
    const operation = batch[0]?.field.operation;
    if (operation === undefined) return;
    if (failure.kind === 'not-found' || failure.kind === 'forbidden') {
      for (const job of batch) job.reject(failure);
      return;
    }
    const units = unitsOf(batch);
    // One question may be what the server fails on. It is found by asking fewer at once.
    const failsAgain = batch.some(
      ({ failures }) => failures + failure.weight > failuresBeforeSplit,
    );
    const isLarge = failure.kind === 'heavy' && !this.#sizes.wasAnswered(operation, units);
    const isTooMuch =
      isLarge || failure.kind === 'oversized' || (failure.isTransient && failsAgain);
    const smaller = isTooMuch && (batch.length > 1 || batch[0]?.field.split !== undefined);
    if (smaller) this.#sizes.failed(operation, units);
    const isFirst = this.#pace.failed(sent.era, sent.time, !smaller);
    const { health } = this.#pace;
    const [abandoned, retried] = [[] as Job[], [] as Job[]];
    for (const job of batch) {
      const decision = decideRetry(failure, job, smaller, health);
      if (decision === 'stop') {
        this.#queue.putBack(batch);
        this.#end(failure);
        return;
      }
      if (decision === 'again') job.failures += failure.weight;
      if (decision === 'smaller') job.failures = Math.min(job.failures, failuresBeforeSplit - 1);
      (decision === 'give up' ? abandoned : retried).push(job);
    }
    for (const job of abandoned) giveUp(job, failure);
    this.#queue.putBack(retried);
    if (!isFirst) return;
    if (failure.kind === 'rate-limited' || failure.kind === 'secondary-limited') {
      this.#limited(failure);
      return;
    }
    const attempt = 1 + Math.max(0, ...retried.map(({ failures }) => failures));
    const facts = { cause: 'trouble', reason: failure.brief, smaller, attempt } as const;
    this.#pace.pause(pauseAfter(smaller ? 1 : health.failuresInARow), facts);
  }

  #limited(failure: Failure): void {
    const { clock, wait } = this.#options;
    const times = Math.max(0, this.#pace.health.failuresInARow - 1);
    const pause = limitPause(failure, times, clock.now());
    if (isWorthWaiting(pause, this.#pace.waited, wait))
      this.#pace.pause(pause, { reason: failure.brief });
    else this.#end(failure, clock.now() + pause);
  }

  /** Ends the run: every question fails with the same error. */
  #end(failure: Failure, limitedUntil?: number): void {
    const { host, wait } = this.#options;
    const resetsAt = limitedUntil === undefined ? undefined : instantOf(limitedUntil);
    this.#stop.abort(toSourceError(failure, host, { resetsAt, wait }));
  }
}

function giveUp({ field, resolve, reject }: Job, failure: Failure): void {
  if (field.unanswered) resolve(field.unanswered(failure));
  else reject(failure);
}
