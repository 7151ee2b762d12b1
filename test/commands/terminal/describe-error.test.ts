import { expect, test } from 'vitest';
import { describeError } from '../../../src/commands/terminal/describe-error.ts';
import { UsageError } from '../../../src/errors.ts';

test('an error is one line, and its hint another', () => {
  const error = new UsageError('unknown-source', 'Unknown source "x".', { hint: 'Name a file.' });
  expect(describeError(error)).toBe('devreport: Unknown source "x".\nName a file.\n');
});

test('an error without a hint is one line', () => {
  const error = new UsageError('unknown-source', 'Unknown source "x".');
  expect(describeError(error)).toBe('devreport: Unknown source "x".\n');
});

test('a name in a message cannot control the terminal', () => {
  const error = new UsageError('unknown-source', 'Unknown source "\u001b[31m\u202Ex".');
  expect(describeError(error)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
});
