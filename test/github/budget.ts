import { toInstant } from './data/times.ts';

const hour = 3_600_000;

/** The points of one token, by the hour. */
export class Budget {
  readonly limit: number;
  used = 0;
  /** Milliseconds; null before the first request of an hour. */
  #resetAt: number | null = null;

  constructor(limit: number) {
    this.limit = limit;
  }

  get remaining(): number {
    return Math.max(0, this.limit - this.used);
  }

  /** Takes the points if there are any left; the last ones may cover a dearer query. */
  spend(points: number, now: number): boolean {
    this.#resetAt = this.#current(now);
    if (this.remaining === 0) return false;
    this.used = Math.min(this.limit, this.used + points);
    return true;
  }

  /** Leaves nothing until the hour is over, or as many milliseconds from now as given. */
  exhaust(now: number, resetIn = hour): void {
    this.used = this.limit;
    this.#resetAt = now + resetIn;
  }

  headers(now: number): Record<string, string> {
    const reset = this.#current(now);
    return {
      'x-ratelimit-limit': String(this.limit),
      'x-ratelimit-remaining': String(this.remaining),
      'x-ratelimit-used': String(this.used),
      'x-ratelimit-reset': String(Math.floor(reset / 1000)),
      'x-ratelimit-resource': 'graphql',
    };
  }

  /** The answer to `rateLimit`. */
  state(now: number, cost: number, nodeCount: number): object {
    const resetAt = toInstant(this.#current(now));
    const { limit, remaining, used } = this;
    return { limit, cost, remaining, used, resetAt, nodeCount };
  }

  #current(now: number): number {
    if (this.#resetAt === null || now >= this.#resetAt) {
      this.used = 0;
      return now + hour;
    }
    return this.#resetAt;
  }
}
