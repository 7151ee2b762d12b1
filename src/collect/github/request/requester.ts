import type { Cache } from '../../cache.ts';
import { BatchSizes } from './batch-sizes.ts';
import { Budget } from './budget.ts';
import type { Client } from './client.ts';
import type { Clock } from './clock.ts';
import { Concurrency } from './concurrency.ts';
import { readAnswers } from './answers.ts';
import { compose } from './document.ts';
import { Failure } from './failure.ts';
import type { Field, Operation } from './field.ts';
import { isBearable, limitPause } from './limits.ts';
import { Queue, type Job } from './queue.ts';
import { isKnown, recall, remembering } from './remember.ts';
import { judge, pauseAfter } from './retry.ts';
import { toSourceError } from './source-errors.ts';

/** One attempt, for those who want to see each. */
export interface RequestFacts {
  operation: Operation;
  /** Questions in it, and the units they take. */
  fields: number;
  units: number;
  milliseconds: number;
  /** Which attempt it was for the question asked most often: 1 unless something failed. */
  attempt: number;
  /** `ok`, or why it failed. */
  outcome: string;
  inFlight: number;
  pointsLeft: number | undefined;
}

export interface RequesterOptions {
  client: Client;
  clock: Clock;
  /** The host, as messages name it. */
  host: string;
  /** Wait for limits however long they last. */
  wait: boolean;
  signal: AbortSignal;
  /** What was answered before and still holds. */
  cache?: Cache | undefined;
  log?: ((facts: RequestFacts) => void) | undefined;
}

/**
 * Asks many small questions in few requests: those of one operation that wait at the same time
 * share one. Several requests run at once, and what fails is asked again as `retry.ts` says.
 */
export class Requester {
  readonly budget = new Budget();
  readonly #options: RequesterOptions;
  readonly #queue = new Queue();
  readonly #concurrency = new Concurrency();
  readonly #sizes = new BatchSizes();
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;
  #sent = 0;
  readonly #inFlight: Operation[] = [];
  #scheduled = false;
  #pausedUntil = 0;
  /** Troubles since the last good answer. Requests that fail together are one trouble: the era tells. */
  #troubles = 0;
  #era = 0;

  constructor(options: RequesterOptions) {
    this.#options = options;
    this.#signal = AbortSignal.any([options.signal, this.#stop.signal]);
    this.#signal.addEventListener('abort', () => {
      this.#queue.rejectAll(this.#signal.reason);
    });
  }

  /** Attempts so far. */
  get sent(): number {
    return this.#sent;
  }

  /**
   * @throws {Failure} when this question has no answer, though others may
   * @throws {SourceError} when the run cannot go on; every other question fails with it, too
   */
  async ask<T>(field: Field<T>): Promise<T> {
    this.#signal.throwIfAborted();
    const { cache } = this.#options;
    if (cache && isKnown(field, cache)) {
      const known = await recall(field, cache);
      if (known) return known.answer;
      this.#signal.throwIfAborted();
    }
    const answer = this.#queue.add(cache ? remembering(field, cache) : field);
    this.#schedule();
    return answer;
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

  /** Sends at the end of this turn of the event loop, when all who want to ask have asked. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => void this.#pump());
  }

  async #pump(): Promise<void> {
    const { clock } = this.#options;
    for (;;) {
      if (this.#signal.aborted) return;
      const now = clock.now();
      const pause = Math.max(this.#pausedUntil - now, this.budget.pause(now));
      if (pause <= 0) break;
      await clock.sleep(pause, this.#signal).catch((reason: unknown) => this.#stop.abort(reason));
    }
    this.#scheduled = false;
    const isIdle = (operation: Operation) => !this.#inFlight.includes(operation);
    while (this.#inFlight.length < this.#concurrency.limit) {
      const batch = this.#queue.take(this.#sizes, isIdle);
      if (batch.length === 0) return;
      void this.#send(batch);
    }
  }

  async #send(batch: readonly Job[]): Promise<void> {
    const { client, clock, log } = this.#options;
    const operation = batch[0]?.field.operation;
    if (operation === undefined) return;
    const era = this.#era;
    const started = clock.now();
    this.#sent += 1;
    const inFlight = this.#inFlight.push(operation);
    for (const job of batch) job.attempts += 1;
    let outcome = 'ok';
    try {
      const fields = batch.map(({ field }) => field);
      const answer = await client.send(compose(operation, fields), this.#signal);
      this.budget.saw(answer.data['rateLimit'], clock.now(), answer.date);
      this.#troubles = 0;
      const milliseconds = clock.now() - started;
      this.#concurrency.answered(milliseconds);
      const failed = readAnswers(batch, answer);
      if (failed.size === 0) this.#sizes.succeeded(operation, unitsOf(batch), milliseconds);
      for (const [job, failure] of failed) this.#failed([job], failure, era);
    } catch (error) {
      outcome = error instanceof Error ? error.message : String(error);
      if (error instanceof Failure) this.#failed(batch, error, era);
      else for (const job of batch) job.reject(error);
    }
    this.#inFlight.splice(this.#inFlight.indexOf(operation), 1);
    this.#schedule();
    log?.({
      operation,
      fields: batch.length,
      units: unitsOf(batch),
      milliseconds: clock.now() - started,
      attempt: Math.max(...batch.map(({ attempts }) => attempts)),
      outcome,
      inFlight,
      pointsLeft: this.budget.remaining,
    });
  }

  /** What follows from a failed attempt at the batch, which was sent in the given era. */
  #failed(batch: readonly Job[], failure: Failure, era: number): void {
    const operation = batch[0]?.field.operation;
    if (operation === undefined) return;
    if (failure.kind === 'not-found' || failure.kind === 'forbidden') {
      for (const job of batch) job.reject(failure);
      return;
    }
    // One question may be what the server stumbles over: what fails twice is asked in smaller company.
    const tooMuch = failure.kind === 'heavy' || batch.some(({ failures }) => failures > 0);
    const divisible = batch.length > 1 || batch[0]?.field.shrink !== undefined;
    const smaller = tooMuch && divisible && this.#sizes.failed(operation, unitsOf(batch));
    const fresh = era === this.#era;
    if (fresh) {
      this.#era += 1;
      this.#troubles += 1;
      this.#concurrency.troubled();
    }
    const [given, tried] = [[] as Job[], [] as Job[]];
    for (const job of batch) {
      const verdict = judge(failure.kind, job.failures, this.#troubles);
      if (verdict === 'stop') {
        this.#queue.putBack(batch);
        this.#end(failure);
        return;
      }
      if (verdict === 'again' && !smaller) job.failures += 1;
      (verdict === 'give up' ? given : tried).push(job);
    }
    for (const job of given) job.reject(failure);
    this.#queue.putBack(tried);
    if (failure.kind === 'rate-limited' || failure.kind === 'secondary-limited') {
      if (fresh) this.#limited(failure);
    } else if (fresh) {
      this.#pause(smaller ? pauseAfter(1) : pauseAfter(this.#troubles));
    }
  }

  #limited(failure: Failure): void {
    const now = this.#options.clock.now();
    const pause = limitPause(failure, Math.max(0, this.#troubles - 1), now);
    if (isBearable(pause, this.#options.wait)) this.#pause(pause);
    else this.#end(failure, pause);
  }

  #pause(milliseconds: number): void {
    const until = this.#options.clock.now() + milliseconds;
    this.#pausedUntil = Math.max(this.#pausedUntil, until);
  }

  /** Ends the run: every question fails with the same error, `inTime` telling when a limit ends. */
  #end(failure: Failure, inTime?: number): void {
    const { clock, host, wait } = this.#options;
    const when = inTime === undefined ? undefined : instantOf(clock.now() + inTime);
    this.#stop.abort(toSourceError(failure, host, { when, wait }));
  }
}

function unitsOf(batch: readonly Job[]): number {
  return batch.reduce((sum, { field }) => sum + field.units, 0);
}

function instantOf(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
