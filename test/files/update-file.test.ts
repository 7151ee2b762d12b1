import { expect, test } from 'vitest';
import { updateFile } from '../../src/files/update-file.ts';

test('what has changed is read and updated again', async () => {
  const seen: string[] = [];
  const result = await updateFile(
    'report.md',
    'first',
    () => `read ${seen.length}`,
    (present) => {
      seen.push(present);
      return seen.length < 3 ? null : `from ${present}`;
    },
  );
  expect(seen).toEqual(['first', 'read 1', 'read 2']);
  expect(result).toBe('from read 2');
});

test('a few times, then it is an error', async () => {
  let attempts = 0;
  const updated = updateFile(
    'report.md',
    '',
    () => '',
    () => {
      attempts += 1;
      return null;
    },
    [0, 0, 0, 0, 0],
  );
  await expect(updated).rejects.toThrow('report.md was saved again and again during the run.');
  expect(attempts).toBe(6);
});
