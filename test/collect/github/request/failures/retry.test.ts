import { describe, expect, test } from 'vitest';
import {
  Failure,
  type FailureKind,
} from '../../../../../src/collect/github/request/failures/failure.ts';
import {
  decideRetry,
  pauseAfter,
  type RunHealth,
} from '../../../../../src/collect/github/request/failures/retry.ts';
import type { Field } from '../../../../../src/collect/github/request/field.ts';

const field: Field<unknown> = {
  operation: 'Counts',
  text: '',
  variables: {},
  units: 1,
  read: (value) => value,
};
const replaceable = { ...field, unanswered: () => null };
const optional = { ...field, optional: true };

function decide(
  failure: FailureKind | Failure,
  job: { failures?: number; field?: Field<unknown> } = {},
  health: Partial<RunHealth> = {},
  canShrink = false,
) {
  const happened = failure instanceof Failure ? failure : new Failure(failure, 'failed');
  return decideRetry(happened, { failures: 0, field, ...job }, canShrink, {
    answers: 1,
    failuresInARow: 1,
    silentFor: 0,
    paused: 0,
    ...health,
  });
}

test.each(['unauthorized', 'redirected', 'untrusted', 'refused', 'wrong-endpoint'] as const)(
  '%s ends the run',
  (kind) => {
    expect(decide(kind)).toBe('stop');
  },
);

test.each(['forbidden', 'not-found'] as const)('%s ends the question alone', (kind) => {
  expect(decide(kind)).toBe('give up');
});

test.each(['rate-limited', 'secondary-limited'] as const)('%s is waited for, 17 times', (kind) => {
  expect(decide(kind, {}, { failuresInARow: 17 })).toBe('wait');
  expect(decide(kind, {}, { failuresInARow: 18 })).toBe('stop');
});

describe.each(['heavy', 'unavailable', 'unreachable'] as const)('%s', (kind) => {
  test('asks again up to ten times, or four where the loss is a warning', () => {
    expect(decide(kind, { failures: 8 })).toBe('again');
    expect(decide(kind, { failures: 9 })).toBe('give up');
    expect(decide(kind, { failures: 2, field: replaceable })).toBe('again');
    expect(decide(kind, { failures: 3, field: replaceable })).toBe('give up');
  });

  test('asks for less where it can', () => {
    expect(decide(kind, { failures: 9 }, {}, true)).toBe('smaller');
    expect(decide(kind, {}, { silentFor: 60_000 }, true)).toBe('stop');
  });

  test('gives up optional questions after 8 failures in a row', () => {
    expect(decide(kind, { field: optional }, { failuresInARow: 7 })).toBe('again');
    expect(decide(kind, { field: optional }, { failuresInARow: 8 })).toBe('give up');
    expect(decide(kind, {}, { failuresInARow: 8 })).toBe('again');
  });

  test('ends the run after a minute without an answer', () => {
    expect(decide(kind, {}, { silentFor: 59_999 })).toBe('again');
    expect(decide(kind, {}, { silentFor: 60_000 })).toBe('stop');
  });

  test('ends the run after 45 seconds of pauses, and half a second more for each answer', () => {
    expect(decide(kind, {}, { paused: 49_999, answers: 10 })).toBe('again');
    expect(decide(kind, {}, { paused: 50_000, answers: 10 })).toBe('stop');
  });
});

test('a host that was never reached ends the run after four failures', () => {
  const health = { answers: 0, failuresInARow: 4 };
  expect(decide('unreachable', {}, health)).toBe('stop');
  expect(decide('unreachable', {}, { ...health, failuresInARow: 3 })).toBe('again');
  expect(decide('unreachable', {}, { ...health, answers: 1 })).toBe('again');
  expect(decide('unavailable', {}, health)).toBe('again');
});

test('an unknown error is asked again twice', () => {
  expect(decide('unexplained', { failures: 1 })).toBe('again');
  expect(decide('unexplained', { failures: 2 })).toBe('give up');
  expect(decide('unexplained', { failures: 2 }, {}, true)).toBe('smaller');
});

test('an answer that is too long is asked for once more, or in smaller parts', () => {
  expect(decide('oversized', {}, {}, true)).toBe('smaller');
  expect(decide('oversized')).toBe('again');
  expect(decide('oversized', { failures: 1 })).toBe('give up');
});

test('a timeout counts as three failures', () => {
  const timeout = new Failure('heavy', 'no answer within 20 s', { timedOut: true });
  expect(decide(timeout, { failures: 6 })).toBe('again');
  expect(decide(timeout, { failures: 7 })).toBe('give up');
  expect(decide(timeout, { field: replaceable })).toBe('again');
  expect(decide(timeout, { failures: 1, field: replaceable })).toBe('give up');
});

test('pauses double, up to four seconds', () => {
  expect([1, 2, 5, 6].map(pauseAfter)).toEqual([250, 500, 4_000, 4_000]);
});
