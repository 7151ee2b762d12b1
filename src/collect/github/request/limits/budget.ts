import * as v from 'valibot';
import { untilReset } from './rate-limits.ts';

/** GitHub allows 2,000 points a minute; other programs of the same user want some too. */
const pointsPerMinute = 1_600;

const rateLimit = v.object({
  cost: v.number(),
  remaining: v.number(),
  resetAt: v.pipe(v.string(), v.transform(Date.parse)),
});

/** GitHub's rate limit points: what was spent, and what is left of the hour's. */
export class Budget {
  #spent = 0;
  #remaining: number | undefined;
  #resetAt = NaN;
  #renewal: number | null = null;
  #lately: { at: number; points: number }[] = [];

  get spent(): number {
    return this.#spent;
  }

  /** Undefined until the first answer, and where limits are switched off (GitHub Enterprise Server). */
  get remaining(): number | undefined {
    return this.#remaining;
  }

  /** When the points are renewed, by the clock of this machine; null when unknown. */
  get renewal(): number | null {
    return this.#renewal;
  }

  /** Takes note of an answer's `rateLimit`. `date` is the server's time then, if it told. */
  saw(value: unknown, now: number, date: number | null): void {
    const parsed = v.safeParse(rateLimit, value);
    if (!parsed.success) return;
    const { cost, remaining, resetAt } = parsed.output;
    this.#spent += cost;
    // Answers overtake each other: of one hour's, the lowest count is the newest.
    const sameHour = this.#resetAt === resetAt && this.#remaining !== undefined;
    this.#remaining = sameHour ? Math.min(this.#remaining ?? remaining, remaining) : remaining;
    this.#resetAt = resetAt;
    const wait = untilReset(resetAt, date, now);
    this.#renewal = wait === null ? null : now + wait;
    this.#lately.push({ at: now, points: cost });
  }

  /** How long to wait before the next request keeps this minute's points within the limit. */
  pause(now: number): number {
    this.#lately = this.#lately.filter(({ at }) => now - at < 60_000);
    const points = this.#lately.reduce((sum, entry) => sum + entry.points, 0);
    const oldest = this.#lately[0];
    return points < pointsPerMinute || oldest === undefined ? 0 : oldest.at + 60_000 - now;
  }
}
