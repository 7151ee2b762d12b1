import { describe, expect, test } from 'vitest';
import { BatchSizes } from '../../../../src/collect/github/request/batch-sizes.ts';
import { Budget } from '../../../../src/collect/github/request/budget.ts';
import { Concurrency } from '../../../../src/collect/github/request/concurrency.ts';
import { limitPause, untilReset } from '../../../../src/collect/github/request/limits.ts';
import { Failure } from '../../../../src/collect/github/request/failure.ts';

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

describe('page sizes', () => {
  test('halve once, however many requests of that size fail, and recover', () => {
    const sizes = new BatchSizes();
    for (let n = 0; n < 8; n++) expect(sizes.failed('PullRequests', 100)).toBe(true);
    expect(sizes.current('PullRequests')).toBe(50);
    expect(sizes.current('Issues')).toBe(100);
    for (let n = 0; n < 4; n++) sizes.succeeded('PullRequests', 50, 100);
    expect(sizes.current('PullRequests')).toBe(100);
  });

  test('end at one', () => {
    const sizes = new BatchSizes();
    for (let units = 100; units > 1; units = sizes.current('Issues')) sizes.failed('Issues', units);
    expect(sizes.failed('Issues', 1)).toBe(false);
    expect(sizes.current('Issues')).toBe(1);
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
