import { expect, test } from 'vitest';
import { BatchSizes } from '../../../../../src/collect/github/request/limits/batch-sizes.ts';

test('halve once, however many requests of that size fail, and recover', () => {
  const sizes = new BatchSizes();
  for (let n = 0; n < 8; n++) sizes.failed('PullRequests', 100);
  expect(sizes.current('PullRequests')).toBe(50);
  expect(sizes.current('Issues')).toBe(100);
  for (let n = 0; n < 3; n++) sizes.succeeded('PullRequests', 50, 100);
  expect(sizes.current('PullRequests')).toBe(50);
  sizes.succeeded('PullRequests', 50, 100);
  expect(sizes.current('PullRequests')).toBe(100);
});

test('recover step by step, and count answers anew after each', () => {
  const sizes = new BatchSizes();
  sizes.failed('PullRequests', 50);
  expect(sizes.current('PullRequests')).toBe(25);
  for (let n = 0; n < 7; n++) sizes.succeeded('PullRequests', 25, 100);
  expect(sizes.current('PullRequests')).toBe(50);
  sizes.succeeded('PullRequests', 50, 100);
  expect(sizes.current('PullRequests')).toBe(100);
});

test('recover to where they began, and no further', () => {
  const sizes = new BatchSizes();
  sizes.failed('PullRequests', 100);
  for (let n = 0; n < 20; n++) sizes.succeeded('PullRequests', 50, 100);
  expect(sizes.current('PullRequests')).toBe(100);
});

test('a failure of a larger request doesn’t raise the size', () => {
  const sizes = new BatchSizes();
  sizes.failed('PullRequests', 20);
  sizes.failed('PullRequests', 100);
  expect(sizes.current('PullRequests')).toBe(10);
});

test('go below one item, which is asked for without its lists, and no lower than an eighth', () => {
  const sizes = new BatchSizes();
  const seen = [100];
  for (let n = 0; n < 12; n++) {
    sizes.failed('Issues', sizes.current('Issues'));
    seen.push(sizes.current('Issues'));
  }
  expect(seen.slice(5)).toEqual([3, 1, 1 / 2, 1 / 4, 1 / 8, 1 / 8, 1 / 8, 1 / 8]);
});

test('halve after slow answers', () => {
  const sizes = new BatchSizes();
  sizes.succeeded('Issues', 100, 6_000);
  expect(sizes.current('Issues')).toBe(100);
  sizes.succeeded('Issues', 100, 6_001);
  expect(sizes.current('Issues')).toBe(50);
});

test('remember the largest request that was answered in time', () => {
  const sizes = new BatchSizes();
  sizes.succeeded('Issues', 40, 100);
  sizes.succeeded('Issues', 10, 100);
  sizes.succeeded('Issues', 90, 9_000);
  const known = [39, 40, 41].map((units) => sizes.wasAnswered('Issues', units));
  expect(known).toEqual([true, true, false]);
  expect(sizes.wasAnswered('PullRequests', 1)).toBe(false);
});
