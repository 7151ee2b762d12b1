import { expect, test } from 'vitest';
import { Concurrency } from '../../../../../src/collect/github/request/limits/concurrency.ts';

function withAnswers(count: number) {
  const concurrency = new Concurrency();
  for (let n = 0; n < count; n++) concurrency.answered(100);
  return concurrency;
}

test('starts low, grows with quick answers, and stays below a dozen', () => {
  expect(withAnswers(0).limit).toBeLessThanOrEqual(4);
  expect(withAnswers(1).limit).toBe(5);
  expect(withAnswers(100).limit).toBe(12);
});

test('halves after a failure, and never reaches zero', () => {
  const concurrency = withAnswers(100);
  concurrency.failed();
  expect(concurrency.limit).toBe(6);
  for (let n = 0; n < 9; n++) concurrency.failed();
  expect(concurrency.limit).toBe(1);
});

test('answers that take seconds don’t raise it, and slow ones lower it', () => {
  const concurrency = withAnswers(100);
  concurrency.failed();
  concurrency.answered(3_000);
  expect(concurrency.limit).toBe(6);
  concurrency.answered(7_000);
  expect(concurrency.limit).toBe(5);
  for (let n = 0; n < 9; n++) concurrency.answered(7_000);
  expect(concurrency.limit).toBe(1);
});
