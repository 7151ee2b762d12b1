import { expect, test } from 'vitest';
import { describeError } from '../../../src/commands/terminal/describe-error.ts';
import { UsageError } from '../../../src/errors.ts';

test('an error is one line, and its hint another', () => {
  const error = new UsageError('unknown-source', 'Unknown source "x".', { hint: 'Name a file.' });
  expect(describeError(error)).toEqual(['devreport: Unknown source "x".', 'Name a file.']);
});

test('an error without a hint is one line', () => {
  const error = new UsageError('unknown-source', 'Unknown source "x".');
  expect(describeError(error)).toEqual(['devreport: Unknown source "x".']);
});

test('each part of an error is a line', () => {
  const error = new UsageError('config-invalid', 'Config a is invalid:', {
    details: ['a:1: One.', 'a:2: Two.'],
  });
  expect(error.message).toBe('Config a is invalid:\n  a:1: One.\n  a:2: Two.');
  expect(describeError(error)).toEqual([
    'devreport: Config a is invalid:',
    '  a:1: One.',
    '  a:2: Two.',
  ]);
});

test('a long line is cut', () => {
  const error = new UsageError('unknown-source', `Unknown source "${'x'.repeat(100_000)}".`);
  expect(describeError(error).join('\n').length).toBeLessThan(2_100);
});
