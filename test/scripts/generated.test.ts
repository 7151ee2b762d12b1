import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { generated } from '../../scripts/generated.ts';

test.each(Object.entries(generated))('%s is what `npm run generate` makes', async (path, make) => {
  expect(await readFile(path, 'utf8')).toBe(await make());
});
