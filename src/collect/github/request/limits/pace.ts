import { instantOf } from '../../../../period/instant.ts';
import type { Delay } from '../../../source.ts';
import type { Clock } from '../clock.ts';
import { mostAttempts, type RunHealth } from '../failures/retry.ts';
import { Budget } from './budget.ts';
import { Concurrency } from './concurrency.ts';

export interface PaceOptions {
  clock: Clock;
  /** The host, for messages. */
  host: string;
  onDelay?: ((delay: Delay) => void) | undefined;
}

/** When the next request may be sent, and how many at once, after the answers, failures and limits so far. */
export class Pace {
  readonly budget = new Budget();
  readonly #options: PaceOptions;
  readonly #concurrency = new Concurrency();
  #pausedUntil = 0;
  /** Milliseconds: of pauses after failures, and of waits for limits. */
  readonly #lost = { trouble: 0, limit: 0 };
  #failuresInARow = 0;
  #silentSince: number | null = null;
  #answeredAt = 0;
  #answers = 0;
  #era = 0;

  constructor(options: PaceOptions) {
    this.#options = options;
  }

  /** How many requests may be in flight. */
  get limit(): number {
    return this.#concurrency.limit;
  }

  /** Changes with each failure. Requests of one era that fail count as one failure. */
  get era(): number {
    return this.#era;
  }

  get health(): RunHealth {
    const now = this.#options.clock.now();
    return {
      answers: this.#answers,
      failuresInARow: this.#failuresInARow,
      silentFor: now - (this.#silentSince ?? now),
      paused: this.#lost.trouble,
    };
  }

  /** Milliseconds of all waits for limits. */
  get waited(): number {
    return this.#lost.limit;
  }

  answered(milliseconds: number): void {
    this.#answers += 1;
    this.#failuresInARow = 0;
    this.#silentSince = null;
    this.#answeredAt = this.#options.clock.now();
    this.#concurrency.answered(milliseconds);
  }

  /**
   * Records the failure of a request that was sent in the era, at `sentAt` (milliseconds).
   *
   * @param counts whether GitHub is in trouble, rather than asked for too much
   * @returns whether it is the first failure of its era
   */
  failed(era: number, sentAt: number, counts = true): boolean {
    if (era !== this.#era) return false;
    this.#era += 1;
    if (counts) this.#failuresInARow += 1;
    this.#silentSince ??= Math.max(sentAt, this.#answeredAt);
    this.#concurrency.failed();
    return true;
  }

  /** Sends nothing for so many milliseconds, and reports the delay with the facts. */
  pause(milliseconds: number, facts: Pick<Delay, 'reason'> & Partial<Delay>): void {
    const { clock, host, onDelay } = this.#options;
    const now = clock.now();
    const from = Math.max(now, this.#pausedUntil);
    this.#pausedUntil = Math.max(from, now + milliseconds);
    const delay: Delay = {
      host,
      cause: 'limit',
      until: instantOf(this.#pausedUntil),
      milliseconds: this.#pausedUntil - (this.#silentSince ?? now),
      smaller: false,
      attempt: 1,
      attempts: mostAttempts,
      ...facts,
    };
    const lost = this.#pausedUntil - from;
    this.#lost[delay.cause] += lost;
    // A limit is no silence: the server has said how long it lasts.
    if (delay.cause === 'limit' && this.#silentSince !== null) this.#silentSince += lost;
    onDelay?.(delay);
  }

  /**
   * Resolves when the next request may be sent.
   *
   * @throws the signal's reason when it aborts before
   */
  async ready(signal: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    for (;;) {
      signal.throwIfAborted();
      const now = clock.now();
      const pause = this.budget.pause(now);
      if (now + pause > this.#pausedUntil && pause > 0) {
        this.pause(pause, { reason: 'points per minute exceeded' });
      }
      if (this.#pausedUntil <= now) return;
      await clock.sleep(this.#pausedUntil - now, signal);
    }
  }
}
