import { expect, test } from 'vitest';
import { Failure } from '../../../../../src/collect/github/request/failures/failure.ts';
import {
  isWorthWaiting,
  limitPause,
  untilReset,
} from '../../../../../src/collect/github/request/limits/rate-limits.ts';

const now = Date.parse('2017-05-08T06:00:00Z');

test('the reset is read by the server’s clock, or else by ours', () => {
  expect(untilReset(now + 1_000, now - 4_000, now)).toBe(5_000);
  expect(untilReset(now + 1_000, now + 9e9, now)).toBe(1_000);
  expect(untilReset(now + 1_000, null, now)).toBe(1_000);
  expect(untilReset(now - 61_000, null, now)).toBeNull();
  expect(untilReset(now + 9e9, now - 9e9, now)).toBeNull();
  expect(untilReset(null, now, now)).toBeNull();
});

test('without retry-after, pauses grow exponentially, up to an hour', () => {
  const silent = new Failure('secondary-limited', 'too fast');
  const minutes = [0, 1, 2, 9].map((times) => limitPause(silent, times, now) / 60_000);
  expect(minutes).toEqual([1, 2, 4, 65]);
});

test('the hour’s points come back at the reset, regardless of retry-after', () => {
  const facts = { resetAt: now + 40_000, date: now, retryAfter: 7 };
  expect(limitPause(new Failure('rate-limited', 'spent', facts), 0, now)).toBe(40_000);
  expect(limitPause(new Failure('secondary-limited', 'too fast', facts), 0, now)).toBe(7_000);
});

test('a minute is worth waiting for, and with --wait any time', () => {
  const worth = [60_000, 60_001].map((pause) => isWorthWaiting(pause, 0, false));
  expect(worth).toEqual([true, false]);
  expect(isWorthWaiting(3_600_000, 0, true)).toBe(true);
});

test('ten minutes of waits in all are enough without --wait', () => {
  expect(isWorthWaiting(60_000, 540_000, false)).toBe(true);
  expect(isWorthWaiting(60_000, 540_001, false)).toBe(false);
  expect(isWorthWaiting(60_000, 540_001, true)).toBe(true);
});
