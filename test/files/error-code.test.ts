import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { errorCode } from '../../src/files/error-code.ts';

it('is the code of a system error', async () => {
  const error: unknown = await readFile('missing/file').catch((cause: unknown) => cause);
  expect(errorCode(error)).toBe('ENOENT');
});

it.each([
  [new Error('broken'), 'Error: broken'],
  [Object.assign(new Error('odd'), { code: 7 }), 'Error: odd'],
  ['text', 'text'],
  [null, 'null'],
])('is the text of any other error: %s', (error, text) => {
  expect(errorCode(error)).toBe(text);
});
