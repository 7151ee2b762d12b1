import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clone } from './clone.ts';

/**
 * Whether attributes that only this clone has (`info/attributes`) say which files count as binary.
 * They change no name, but sizes, and git has no switch against them, unlike those of users and trees.
 */
export async function ownAttributes({ git: { directory } }: Clone): Promise<boolean> {
  const text = await readFile(join(directory, 'info', 'attributes'), 'utf8').catch(
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
      throw error;
    },
  );
  return text.split('\n').some((line) => /^[^#]*\s[-!]?(?:binary|diff)\b/.test(line));
}
