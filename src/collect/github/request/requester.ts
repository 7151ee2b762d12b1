import type { Cache } from '../../cache.ts';
import { BatchSizes } from './limits/batch-sizes.ts';
import type { Budget } from './limits/budget.ts';
import { Dispatcher, type DispatcherOptions, type Sent } from './send/dispatcher.ts';
import { Failure } from './failures/failure.ts';
import type { Field } from './field.ts';
import { instantOf } from '../../../period/instant.ts';
import { isBearable, limitPause } from './limits/rate-limits.ts';
import { Pace, type PaceOptions } from './limits/pace.ts';
import { Queue, unitsOf, type Job } from './queue.ts';
import { askOnce } from './cached-answers.ts';
import { judge, patience, pauseAfter } from './failures/retry.ts';
import { toSourceError } from './failures/source-errors.ts';

export interface RequesterOptions
  extends PaceOptions, Pick<DispatcherOptions, 'client' | 'signal' | 'log'> {
  /** Wait for limits however long they last. */
  wait: boolean;
  /** What was answered before and still holds. */
  cache?: Cache | undefined;
}

/**
 * Asks many small questions in few requests: those of one operation that wait at the same time
 * share one. Several requests run at once, and what fails is asked again as `retry.ts` says.
 */
export class Requester {
  readonly #options: RequesterOptions;
  readonly #queue = new Queue();
  readonly #sizes = new BatchSizes();
  readonly #pace: Pace;
  readonly #dispatcher: Dispatcher;
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;

  constructor(options: RequesterOptions) {
    this.#options = options;
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
   * @throws {SourceError} when the run cannot go on; every other question fails with it, too
   */
  async ask<T>(field: Field<T>): Promise<T> {
    const { cache } = this.#options;
    const ask = (asked: Field<T>) => {
      this.#signal.throwIfAborted();
      this.#dispatcher.schedule();
      return this.#queue.add(asked);
    };
    return cache ? askOnce(field, cache, ask) : ask(field);
  }

  /**
   * Makes sure that the hour's points suffice, before they are spent.
   *
   * @throws {SourceError} when they do not, and their renewal is too far off
   */
  require(points: number): void {
    const { remaining, renewal } = this.budget;
    if (remaining === undefined || remaining >= points) return;
    const text = `about ${points} points are needed, ${remaining} are left`;
    this.#limited(new Failure('rate-limited', text, { resetAt: renewal }));
    this.#signal.throwIfAborted();
  }

  /**
   * Ends what is still being asked, when nobody waits for the answers any more.
   *
   * @returns whether nothing had ended it before
   */
  stop(): boolean {
    const ranOn = !this.#signal.aborted;
    this.#stop.abort(new Error('The run is over.'));
    return ranOn;
  }

  /** What follows from a failed attempt. */
  #failed(batch: readonly Job[], failure: Failure, sent: Sent): void {
    const operation = batch[0]?.field.operation;
    if (operation === undefined) return;
    if (failure.kind === 'not-found' || failure.kind === 'forbidden') {
      for (const job of batch) job.reject(failure);
      return;
    }
    // One question may be what the server stumbles over: what fails again is asked in smaller company.
    const again = batch.some(({ failures }) => failures >= patience);
    const isLarge = failure.kind === 'heavy' && !this.#sizes.proven(operation, unitsOf(batch));
    const tooMuch = isLarge || (failure.passes && again);
    const smaller = tooMuch && (batch.length > 1 || batch[0]?.field.shrink !== undefined);
    if (smaller) this.#sizes.failed(operation, unitsOf(batch));
    const counts = !smaller || batch.every(({ field }) => field.dispensable);
    const fresh = this.#pace.troubled(sent.era, sent.at, counts);
    const { fortune } = this.#pace;
    const [given, tried] = [[] as Job[], [] as Job[]];
    for (const job of batch) {
      const verdict = judge(failure.kind, job, smaller, fortune);
      if (verdict === 'stop') {
        this.#queue.putBack(batch);
        this.#end(failure);
        return;
      }
      if (verdict === 'again') job.failures += 1;
      if (verdict === 'smaller') job.failures = Math.min(job.failures, patience - 1);
      (verdict === 'give up' ? given : tried).push(job);
    }
    for (const job of given) giveUp(job, failure);
    this.#queue.putBack(tried);
    if (!fresh) return;
    if (failure.kind === 'rate-limited' || failure.kind === 'secondary-limited') {
      this.#limited(failure);
      return;
    }
    const attempt = 1 + Math.max(0, ...tried.map(({ failures }) => failures));
    const facts = { cause: 'trouble', reason: failure.brief, smaller, attempt } as const;
    this.#pace.pause(pauseAfter(smaller ? 1 : fortune.troubles), facts);
  }

  #limited(failure: Failure): void {
    const { clock, wait } = this.#options;
    const pause = limitPause(failure, Math.max(0, this.#pace.troubles - 1), clock.now());
    if (isBearable(pause, wait)) this.#pace.pause(pause, { reason: failure.brief });
    else this.#end(failure, clock.now() + pause);
  }

  /** Ends the run: every question fails with the same error, which tells when a limit ends. */
  #end(failure: Failure, limitedUntil?: number): void {
    const { host, wait } = this.#options;
    const when = limitedUntil === undefined ? undefined : instantOf(limitedUntil);
    this.#stop.abort(toSourceError(failure, host, { when, wait }));
  }
}

/** Where its loss can be told, that is the answer. */
function giveUp({ field, resolve, reject }: Job, failure: Failure): void {
  if (field.lost) resolve(field.lost(failure));
  else reject(failure);
}
