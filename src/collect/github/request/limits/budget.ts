import * as v from 'valibot';
import { count } from '../../facts/scalars.ts';
import { untilReset } from './rate-limits.ts';

/** GitHub allows 2,000 points a minute. The rest is for other programs of the same user. */
const pointsPerMinute = 1_600;
/** More than any request costs that devreport sends: a page of 100 items with their lists takes six. */
const mostPoints = 100;

const rateLimit = v.object({
  cost: v.pipe(count, v.maxValue(mostPoints)),
  remaining: count,
  resetAt: v.pipe(v.string(), v.transform(Date.parse)),
});

/** GitHub's rate limit points: those spent, and those left of the hour's. */
export class Budget {
  #spent = 0;
  #remaining: number | undefined;
  #resetAt = NaN;
  #renewal: number | null = null;
  #lastMinute: { at: number; points: number }[] = [];

  get spent(): number {
    return this.#spent;
  }

  /** Undefined until the first answer, and where limits are off (GitHub Enterprise Server). */
  get remaining(): number | undefined {
    return this.#remaining;
  }

  /** When the points are renewed, by this machine's clock; null when unknown. */
  get renewal(): number | null {
    return this.#renewal;
  }

  /**
   * @param value `rateLimit` of an answer; ignored when its numbers can't be right
   * @param date the server's time then, if known
   */
  update(value: unknown, now: number, date: number | null): void {
    const parsed = v.safeParse(rateLimit, value);
    if (!parsed.success) return;
    const { cost, remaining, resetAt } = parsed.output;
    this.#spent += cost;
    // Answers overtake each other. Of the same hour, the lowest number is the latest.
    const isSameHour = this.#resetAt === resetAt;
    this.#remaining = isSameHour ? Math.min(this.#remaining ?? remaining, remaining) : remaining;
    this.#resetAt = resetAt;
    const wait = untilReset(resetAt, date, now);
    this.#renewal = wait === null ? null : now + wait;
    this.#lastMinute.push({ at: now, points: cost });
  }

  /** Milliseconds to wait before the next request, to stay within the limit of a minute. */
  pause(now: number): number {
    this.#lastMinute = this.#lastMinute.filter(({ at }) => now - at < 60_000);
    const points = this.#lastMinute.reduce((sum, entry) => sum + entry.points, 0);
    const oldest = this.#lastMinute[0];
    return points < pointsPerMinute || oldest === undefined ? 0 : oldest.at + 60_000 - now;
  }
}
