import { describe, expect, test } from 'vitest';
import type { FailureKind } from '../../../../../src/collect/github/request/failures/failure.ts';
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
  kind: FailureKind,
  job: { failures?: number; field?: Field<unknown> } = {},
  health: Partial<RunHealth> = {},
  canShrink = false,
) {
  return decideRetry(kind, { failures: 0, field, ...job }, canShrink, {
    everAnswered: true,
    failuresInARow: 1,
    failingFor: 0,
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
    expect(decide(kind, {}, { failuresInARow: 18 }, true)).toBe('stop');
  });

  test('ends the run after 18 failures in a row, and optional questions after 8', () => {
    expect(decide(kind, {}, { failuresInARow: 17 })).toBe('again');
    expect(decide(kind, {}, { failuresInARow: 18 })).toBe('stop');
    expect(decide(kind, { field: optional }, { failuresInARow: 7 })).toBe('again');
    expect(decide(kind, { field: optional }, { failuresInARow: 8 })).toBe('give up');
    expect(decide(kind, {}, { failuresInARow: 8 })).toBe('again');
  });

  test('waits a minute for the first answer', () => {
    expect(decide(kind, {}, { everAnswered: false, failingFor: 59_999 })).toBe('again');
    expect(decide(kind, {}, { everAnswered: false, failingFor: 60_000 })).toBe('stop');
    expect(decide(kind, {}, { failingFor: 60_000 })).toBe('again');
  });
});

test('a host that was never reached ends the run after four failures', () => {
  const health = { everAnswered: false, failuresInARow: 4 };
  expect(decide('unreachable', {}, health)).toBe('stop');
  expect(decide('unreachable', {}, { ...health, failuresInARow: 3 })).toBe('again');
  expect(decide('unreachable', {}, { ...health, everAnswered: true })).toBe('again');
  expect(decide('unavailable', {}, health)).toBe('again');
});

test('pauses double, up to eight seconds', () => {
  expect([1, 2, 6, 7].map(pauseAfter)).toEqual([250, 500, 8_000, 8_000]);
});
