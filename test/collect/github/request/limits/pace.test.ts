import { expect, test } from 'vitest';
import { Pace } from '../../../../../src/collect/github/request/limits/pace.ts';
import type { Delay } from '../../../../../src/collect/source.ts';
import { patientClock } from '../../support.ts';

function setUp() {
  const delays: Delay[] = [];
  const clock = patientClock();
  const onDelay = (delay: Delay) => void delays.push(delay);
  return { clock, delays, pace: new Pace({ clock, host: 'github.com', onDelay }) };
}

const { signal } = new AbortController();

test('quickens with answers, and halves once for all requests that fail together', () => {
  const { pace } = setUp();
  for (let n = 0; n < 20; n++) pace.answered(100);
  expect(pace.limit).toBe(12);
  const { era } = pace;
  expect([1, 2, 3].map(() => pace.failed(era, 0))).toEqual([true, false, false]);
  expect([pace.limit, pace.health.failuresInARow]).toEqual([6, 1]);
  expect(pace.failed(pace.era, 0)).toBe(true);
  expect([pace.limit, pace.health.failuresInARow]).toEqual([3, 2]);
  expect(pace.failed(pace.era, 0, false)).toBe(true);
  expect([pace.limit, pace.health.failuresInARow]).toEqual([1, 2]);
  pace.answered(100);
  expect(pace.health.failuresInARow).toBe(0);
});

test('measures how long requests have been failing from the first failure on', () => {
  const { pace, clock } = setUp();
  expect(pace.health).toEqual({ everAnswered: false, failuresInARow: 0, failingFor: 0 });
  const sentAt = clock.now();
  clock.slept += 2_000;
  pace.failed(pace.era, sentAt);
  clock.slept += 3_000;
  pace.failed(pace.era, clock.now());
  expect(pace.health).toEqual({ everAnswered: false, failuresInARow: 2, failingFor: 5_000 });
  pace.answered(100);
  expect(pace.health).toEqual({ everAnswered: true, failuresInARow: 0, failingFor: 0 });
});

test('waits when the points of a minute are spent, and reports it', async () => {
  const { pace, clock, delays } = setUp();
  const rateLimit = { cost: 2_000, remaining: 3_000, resetAt: '2017-05-08T07:00:00Z' };
  pace.budget.update(rateLimit, clock.now(), null);
  await pace.ready(signal);
  expect(clock.slept).toBe(60_000);
  expect(delays).toMatchObject([
    { cause: 'limit', milliseconds: 60_000, until: '2017-05-08T06:01:00Z' },
  ]);
});

test('doesn’t wait, nor report it, while points are left', async () => {
  const { pace, clock, delays } = setUp();
  const rateLimit = { cost: 100, remaining: 3_000, resetAt: '2017-05-08T07:00:00Z' };
  pace.budget.update(rateLimit, clock.now(), null);
  await pace.ready(signal);
  expect([clock.slept, delays]).toEqual([0, []]);
});

test('a longer pause covers the wait for points', async () => {
  const { pace, clock, delays } = setUp();
  pace.pause(90_000, { reason: 'HTTP 502' });
  const rateLimit = { cost: 2_000, remaining: 3_000, resetAt: '2017-05-08T07:00:00Z' };
  pace.budget.update(rateLimit, clock.now(), null);
  await pace.ready(signal);
  expect(clock.slept).toBe(90_000);
  expect(delays).toMatchObject([{ reason: 'HTTP 502' }]);
});

test('a shorter pause doesn’t shorten the one before', async () => {
  const { pace, clock } = setUp();
  pace.pause(8_000, { reason: 'HTTP 502' });
  pace.pause(1_000, { reason: 'HTTP 502' });
  await pace.ready(signal);
  expect(clock.slept).toBe(8_000);
});

test('a pause ends with the signal', async () => {
  const { pace } = setUp();
  pace.pause(1_000, { reason: 'HTTP 502' });
  await expect(pace.ready(AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
});
