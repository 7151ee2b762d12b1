import type { Delay } from '../../../source.ts';
import { Budget } from './budget.ts';
import type { Clock } from '../clock.ts';
import { Concurrency } from './concurrency.ts';
import { instantOf } from '../../../../period/instant.ts';
import { attempts, type Fortune } from '../failures/retry.ts';

export interface PaceOptions {
  clock: Clock;
  /** The host, as messages name it. */
  host: string;
  onDelay?: ((delay: Delay) => void) | undefined;
}

/** When the next request may be sent, and how many at once: what answers, troubles and limits make of it. */
export class Pace {
  readonly budget = new Budget();
  readonly #options: PaceOptions;
  readonly #concurrency = new Concurrency();
  #pausedUntil = 0;
  #troubles = 0;
  #troubledSince: number | null = null;
  #answered = false;
  #era = 0;

  constructor(options: PaceOptions) {
    this.#options = options;
  }

  /** How many requests may be in flight. */
  get limit(): number {
    return this.#concurrency.limit;
  }

  /** Changes with each trouble: requests sent in one era that fail together are one trouble. */
  get era(): number {
    return this.#era;
  }

  /** Troubles since the last good answer. */
  get troubles(): number {
    return this.#troubles;
  }

  /** How the run fares. */
  get fortune(): Fortune {
    const now = this.#options.clock.now();
    const since = now - (this.#troubledSince ?? now);
    return { answered: this.#answered, troubles: this.#troubles, since };
  }

  /** Takes note of a good answer, which took so many milliseconds. */
  answered(milliseconds: number): void {
    this.#answered = true;
    this.#troubles = 0;
    this.#troubledSince = null;
    this.#concurrency.answered(milliseconds);
  }

  /**
   * Takes note of a failure of a request that was sent in the era, at `started`.
   *
   * @param counts whether it says that GitHub is in trouble, rather than that too much was asked
   * @returns whether that is a new trouble
   */
  troubled(era: number, started: number, counts = true): boolean {
    if (era !== this.#era) return false;
    this.#era += 1;
    if (counts) this.#troubles += 1;
    this.#troubledSince ??= started;
    this.#concurrency.troubled();
    return true;
  }

  /** Nothing is to be sent for so many milliseconds, which is told with the facts. */
  pause(milliseconds: number, facts: Pick<Delay, 'reason'> & Partial<Delay>): void {
    const { clock, host, onDelay } = this.#options;
    const now = clock.now();
    this.#pausedUntil = Math.max(this.#pausedUntil, now + milliseconds);
    onDelay?.({
      ...{ host, cause: 'limit', until: instantOf(this.#pausedUntil) },
      ...{ milliseconds: this.#pausedUntil - (this.#troubledSince ?? now) },
      ...{ smaller: false, attempt: 1, attempts },
      ...facts,
    });
  }

  /** @throws the signal's reason when it aborts before the next request may be sent */
  async ready(signal: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    for (;;) {
      signal.throwIfAborted();
      const now = clock.now();
      const points = this.budget.pause(now);
      if (now + points > this.#pausedUntil && points > 0) {
        this.pause(points, { reason: 'the points of this minute are spent' });
      }
      if (this.#pausedUntil <= now) return;
      await clock.sleep(this.#pausedUntil - now, signal);
    }
  }
}
