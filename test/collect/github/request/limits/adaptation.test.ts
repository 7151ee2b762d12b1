import { describe, expect, test } from 'vitest';
import { BatchSizes } from '../../../../../src/collect/github/request/limits/batch-sizes.ts';
import { Budget } from '../../../../../src/collect/github/request/limits/budget.ts';
import { Concurrency } from '../../../../../src/collect/github/request/limits/concurrency.ts';
import {
  limitPause,
  untilReset,
} from '../../../../../src/collect/github/request/limits/rate-limits.ts';
import { Pace } from '../../../../../src/collect/github/request/limits/pace.ts';
import type { Delay } from '../../../../../src/collect/source.ts';
import { patientClock } from '../../support.ts';
import { Failure } from '../../../../../src/collect/github/request/failures/failure.ts';

describe('requests in flight', () => {
  test('start low, grow while answers are quick, and stay below a dozen', () => {
    const concurrency = new Concurrency();
    expect(concurrency.limit).toBeLessThanOrEqual(4);
    concurrency.answered(100);
    expect(concurrency.limit).toBe(5);
    for (let n = 0; n < 100; n++) concurrency.answered(100);
    expect(concurrency.limit).toBe(12);
  });

  test('halve on trouble, do not grow on slow answers, and never end', () => {
    const concurrency = new Concurrency();
    for (let n = 0; n < 100; n++) concurrency.answered(100);
    concurrency.troubled();
    expect(concurrency.limit).toBe(6);
    concurrency.answered(3_000);
    expect(concurrency.limit).toBe(6);
    for (let n = 0; n < 9; n++) concurrency.troubled();
    expect(concurrency.limit).toBe(1);
  });
});

describe('the pace', () => {
  function setUp() {
    const delays: Delay[] = [];
    const clock = patientClock();
    const onDelay = (delay: Delay) => void delays.push(delay);
    return { clock, delays, pace: new Pace({ clock, host: 'github.com', onDelay }) };
  }

  test('quickens with answers, and halves once for all that fail together', () => {
    const { pace } = setUp();
    for (let n = 0; n < 20; n++) pace.answered(100);
    expect(pace.limit).toBe(12);
    const { era } = pace;
    expect([1, 2, 3].map(() => pace.troubled(era, 0))).toEqual([true, false, false]);
    expect([pace.limit, pace.troubles]).toEqual([6, 1]);
    expect(pace.troubled(pace.era, 0)).toBe(true);
    expect([pace.limit, pace.troubles]).toEqual([3, 2]);
    expect(pace.troubled(pace.era, 0, false)).toBe(true);
    expect([pace.limit, pace.troubles]).toEqual([1, 2]);
    pace.answered(100);
    expect(pace.troubles).toBe(0);
  });

  test('waits when the points of a minute are spent, and says so', async () => {
    const { pace, clock, delays } = setUp();
    const rateLimit = { cost: 2_000, remaining: 3_000, resetAt: '2017-05-08T07:00:00Z' };
    pace.budget.saw(rateLimit, clock.now(), null);
    await pace.ready(new AbortController().signal);
    expect(clock.slept).toBe(60_000);
    expect(delays).toMatchObject([
      { cause: 'limit', milliseconds: 60_000, until: '2017-05-08T06:01:00Z' },
    ]);
  });

  test('a pause ends with the signal', async () => {
    const { pace } = setUp();
    pace.pause(1_000, { reason: 'HTTP 502' });
    await expect(pace.ready(AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
  });
});

describe('page sizes', () => {
  test('halve once, however many requests of that size fail, and recover', () => {
    const sizes = new BatchSizes();
    for (let n = 0; n < 8; n++) sizes.failed('PullRequests', 100);
    expect(sizes.current('PullRequests')).toBe(50);
    expect(sizes.current('Issues')).toBe(100);
    for (let n = 0; n < 4; n++) sizes.succeeded('PullRequests', 50, 100);
    expect(sizes.current('PullRequests')).toBe(100);
  });

  test('go below one item, where it is asked for without its lists, and end there', () => {
    const sizes = new BatchSizes();
    const seen = [100];
    for (let n = 0; n < 12; n++) {
      sizes.failed('Issues', sizes.current('Issues'));
      seen.push(sizes.current('Issues'));
    }
    expect(seen.slice(5)).toEqual([3, 1, 1 / 2, 1 / 4, 1 / 8, 1 / 8, 1 / 8, 1 / 8]);
  });

  test('halve on answers that come just in time', () => {
    const sizes = new BatchSizes();
    sizes.succeeded('Issues', 100, 9_000);
    expect(sizes.current('Issues')).toBe(50);
  });
});

describe('points', () => {
  const now = Date.parse('2017-05-08T06:00:00Z');
  const rateLimit = (remaining: number) => ({
    cost: 100,
    remaining,
    resetAt: '2017-05-08T07:00:00Z',
  });

  test('are added up, the newest count of what is left staying', () => {
    const budget = new Budget();
    for (const remaining of [4_900, 4_700, 4_800]) budget.saw(rateLimit(remaining), now, null);
    expect([budget.spent, budget.remaining]).toEqual([300, 4_700]);
    expect(budget.renewal).toBe(now + 3_600_000);
    budget.saw(null, now, null);
    expect(budget.spent).toBe(300);
  });

  test('of one minute stay below what GitHub allows', () => {
    const budget = new Budget();
    for (let n = 0; n < 16; n++) budget.saw(rateLimit(4_000), now + n * 1_000, null);
    expect(budget.pause(now + 16_000)).toBe(44_000);
    expect(budget.pause(now + 60_000)).toBe(0);
  });
});

describe('how long to wait', () => {
  const now = Date.parse('2017-05-08T06:00:00Z');

  test('is told by the server’s clock, or else by ours', () => {
    expect(untilReset(now + 1_000, now - 4_000, now)).toBe(5_000);
    expect(untilReset(now + 1_000, now + 9e9, now)).toBe(1_000);
    expect(untilReset(now + 9e9, now - 9e9, now)).toBeNull();
    expect(untilReset(null, now, now)).toBeNull();
  });

  test('without a word grows exponentially, up to an hour', () => {
    const silent = new Failure('secondary-limited', 'too fast');
    const minutes = [0, 1, 2, 9].map((times) => limitPause(silent, times, now) / 60_000);
    expect(minutes).toEqual([1, 2, 4, 65]);
  });
});
