import { readdir, readFile } from 'node:fs/promises';
import { UsageError } from '../errors.ts';

/**
 * A text file, or null when there is none: often that is an answer, not an error.
 *
 * @throws {UsageError} `file-unreadable`
 */
export async function readOptional(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(absent(path));
}

/** The names in a folder, sorted; none when there is no such folder. */
export async function listOptional(path: string): Promise<string[]> {
  return (await readdir(path).catch(absent(path)))?.sort() ?? [];
}

function absent(path: string): (cause: unknown) => null {
  return (cause) => {
    const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new UsageError('file-unreadable', `${path} cannot be read (${code}).`, {
      hint: 'Check that it is what you meant, and that you may read it.',
      cause,
    });
  };
}
