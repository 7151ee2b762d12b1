import { expect, test } from 'vitest';
import { Budget } from '../../../../../src/collect/github/request/limits/budget.ts';

const now = Date.parse('2017-05-08T06:00:00Z');
const rateLimit = (remaining: number, resetAt = '2017-05-08T07:00:00Z') => ({
  cost: 100,
  remaining,
  resetAt,
});

test('adds up the points spent, and keeps the lowest number left of the hour', () => {
  const budget = new Budget();
  for (const remaining of [4_900, 4_700, 4_800]) budget.update(rateLimit(remaining), now, null);
  expect([budget.spent, budget.remaining]).toEqual([300, 4_700]);
  expect(budget.renewal).toBe(now + 3_600_000);
});

test('ignores an answer without a rate limit', () => {
  const budget = new Budget();
  budget.update(null, now, null);
  expect([budget.spent, budget.remaining, budget.renewal]).toEqual([0, undefined, null]);
  expect(budget.pause(now)).toBe(0);
});

test.each([{ cost: 1e9 }, { cost: -1 }, { remaining: -1 }, { remaining: 1e300 }, { cost: 0.5 }])(
  'ignores a rate limit that can’t be right: %j',
  (absurd) => {
    const budget = new Budget();
    for (let n = 0; n < 20; n++) budget.update({ ...rateLimit(4_000), ...absurd }, now, null);
    expect([budget.spent, budget.remaining, budget.pause(now)]).toEqual([0, undefined, 0]);
  },
);

test('starts anew with each hour', () => {
  const budget = new Budget();
  budget.update(rateLimit(100), now, null);
  budget.update(rateLimit(4_900, '2017-05-08T08:00:00Z'), now + 3_600_000, null);
  expect(budget.remaining).toBe(4_900);
});

test('does not know the renewal when no clock makes sense of it', () => {
  const budget = new Budget();
  budget.update(rateLimit(100, '2019-01-01T00:00:00Z'), now, null);
  expect(budget.renewal).toBeNull();
});

test('keeps the points of one minute below what GitHub allows', () => {
  const budget = new Budget();
  for (let n = 0; n < 15; n++) budget.update(rateLimit(4_000), now + n * 1_000, null);
  expect(budget.pause(now + 15_000)).toBe(0);
  budget.update(rateLimit(4_000), now + 15_000, null);
  expect(budget.pause(now + 16_000)).toBe(44_000);
  expect(budget.pause(now + 59_999)).toBe(1);
  expect(budget.pause(now + 60_000)).toBe(0);
});
