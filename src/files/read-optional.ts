import { readdir, readFile, stat } from 'node:fs/promises';
import { UsageError } from '../errors.ts';

/**
 * A text file, or null when there is none: often that is an answer, not an error.
 *
 * @throws {UsageError} `file-unreadable`, `file-not-text`
 */
export async function readOptional(path: string): Promise<string | null> {
  const found = await stat(path).catch(absent(path));
  if (found && !found.isFile() && !found.isDirectory()) {
    throw new UsageError('file-unreadable', `${path} is not a regular file.`, {
      hint: 'Name a file; -o - is stdout.',
    });
  }
  const bytes = await readFile(path).catch(absent(path));
  return bytes && decode(bytes, path);
}

/** Bytes that are no UTF-8 would be lost by reading, and writing would make that last. */
function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new UsageError('file-not-text', `${path} holds bytes that are no UTF-8 text.`, {
      hint: 'Save it as UTF-8, and run again. Nothing was changed.',
      cause,
    });
  }
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
