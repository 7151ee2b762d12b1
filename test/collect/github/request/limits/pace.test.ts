import { expect, test } from 'vitest';
import { Pace } from '../../../../../src/collect/github/request/limits/pace.ts';
import type { Clock } from '../../../../../src/collect/github/request/clock.ts';
import type { Delay } from '../../../../../src/collect/source.ts';
import { patientClock } from '../../support.ts';

function setUp() {
  const delays: Delay[] = [];
  const clock = patientClock();
  const onDelay = (delay: Delay) => void delays.push(delay);
  return { clock, delays, pace: new Pace({ clock, host: 'github.com', onDelay }) };
}

/** Spends the points of a minute. */
function spend(pace: Pace, clock: Clock): void {
  const rateLimit = { cost: 100, remaining: 3_000, resetAt: '2017-05-08T07:00:00Z' };
  for (let n = 0; n < 16; n++) pace.budget.update(rateLimit, clock.now(), null);
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

test('measures how long no answer has come, since the first failure or the last answer', () => {
  const { pace, clock } = setUp();
  expect(pace.health).toEqual({ answers: 0, failuresInARow: 0, silentFor: 0, paused: 0 });
  const sentAt = clock.now();
  clock.slept += 2_000;
  pace.failed(pace.era, sentAt);
  clock.slept += 3_000;
  pace.failed(pace.era, clock.now());
  expect(pace.health).toEqual({ answers: 0, failuresInARow: 2, silentFor: 5_000, paused: 0 });
  pace.answered(100);
  expect(pace.health).toEqual({ answers: 1, failuresInARow: 0, silentFor: 0, paused: 0 });
  // Sent before the last answer came.
  clock.slept += 1_000;
  pace.failed(pace.era, sentAt);
  expect(pace.health.silentFor).toBe(1_000);
});

test('adds up the pauses after failures, and leaves out the waits for limits', () => {
  const { pace, clock } = setUp();
  pace.failed(pace.era, clock.now());
  pace.pause(4_000, { cause: 'trouble', reason: 'HTTP 502' });
  pace.pause(3_000, { cause: 'trouble', reason: 'HTTP 502' });
  expect([pace.health.paused, pace.waited]).toEqual([4_000, 0]);
  pace.pause(40_000, { reason: 'too fast' });
  expect([pace.health.paused, pace.waited]).toEqual([4_000, 36_000]);
  clock.slept += 40_000;
  expect(pace.health.silentFor).toBe(4_000);
});

test('waits when the points of a minute are spent, and reports it', async () => {
  const { pace, clock, delays } = setUp();
  spend(pace, clock);
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
  spend(pace, clock);
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
