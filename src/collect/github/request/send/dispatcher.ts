import type { RequestAttempt } from '../attempt.ts';
import type { Clock } from '../clock.ts';
import { Failure } from '../failures/failure.ts';
import type { Operation } from '../field.ts';
import type { BatchSizes } from '../limits/batch-sizes.ts';
import type { Pace } from '../limits/pace.ts';
import { unitsOf, type Job, type Queue } from '../queue.ts';
import { readAnswers } from './answers.ts';
import type { GraphQLClient } from './client.ts';
import { documentOf } from './document.ts';

/** When a request was sent: by the clock, in milliseconds, and by the pace's era. */
export interface SentAt {
  time: number;
  era: number;
}

export interface DispatcherOptions {
  client: GraphQLClient;
  clock: Clock;
  queue: Queue;
  sizes: BatchSizes;
  pace: Pace;
  signal: AbortSignal;
  log?: ((attempt: RequestAttempt) => void) | undefined;
  /** Called before a request is sent with the number of those before it. Aborts the signal to send no more. */
  onSend: (sent: number) => void;
  /** Called with jobs that failed together. */
  onFailure: (jobs: readonly Job[], failure: Failure, sent: SentAt) => void;
}

/** Sends the queue in requests of the current sizes, as many at once as the pace allows. */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #inFlight: Operation[] = [];
  #sent = 0;
  #scheduled = false;

  constructor(options: DispatcherOptions) {
    this.#options = options;
  }

  /** Attempts so far. */
  get sent(): number {
    return this.#sent;
  }

  /** Sends at the end of this turn of the event loop, when all callers of this turn have asked. */
  schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => void this.#sendQueue());
  }

  async #sendQueue(): Promise<void> {
    const { queue, sizes, pace, signal, onSend } = this.#options;
    try {
      await pace.ready(signal);
    } catch (error) {
      if (signal.aborted) return;
      throw error;
    }
    this.#scheduled = false;
    const isIdle = (operation: Operation) => !this.#inFlight.includes(operation);
    while (this.#inFlight.length < pace.limit) {
      const batch = queue.take(sizes, isIdle);
      if (batch.length === 0) return;
      onSend(this.#sent);
      if (signal.aborted) {
        rejectAll(batch, signal.reason);
        return;
      }
      void this.#send(batch);
    }
  }

  async #send(batch: readonly Job[]): Promise<void> {
    const { client, clock, queue, sizes, pace, signal, log, onFailure } = this.#options;
    const operation = batch[0]?.field.operation;
    if (operation === undefined) return;
    const sent = { time: clock.now(), era: pace.era };
    this.#sent += 1;
    const inFlight = this.#inFlight.push(operation);
    for (const job of batch) job.attempts += 1;
    let outcome = 'ok';
    try {
      const fields = batch.map(({ field }) => field);
      const answer = await client.send(documentOf(operation, fields), signal);
      const milliseconds = clock.now() - sent.time;
      pace.budget.update(answer.data?.['rateLimit'], clock.now(), answer.date);
      const { failed, innocent } = readAnswers(batch, answer);
      const missing = failed.size + innocent.length;
      if (missing < batch.length) pace.answered(milliseconds);
      if (missing === 0) sizes.succeeded(operation, unitsOf(batch), milliseconds);
      queue.putBack(innocent);
      for (const [job, failure] of failed) onFailure([job], failure, sent);
    } catch (error) {
      outcome = error instanceof Error ? error.message : String(error);
      if (error instanceof Failure) onFailure(batch, error, sent);
      else rejectAll(batch, error);
    }
    this.#inFlight.splice(this.#inFlight.indexOf(operation), 1);
    this.schedule();
    log?.({
      operation,
      fields: batch.length,
      units: Math.ceil(unitsOf(batch)),
      milliseconds: clock.now() - sent.time,
      attempt: Math.max(...batch.map(({ attempts }) => attempts)),
      outcome,
      inFlight,
      pointsLeft: pace.budget.remaining,
    });
  }
}

function rejectAll(jobs: readonly Job[], reason: unknown): void {
  for (const job of jobs) job.reject(reason);
}
