import { readdir, readFile, stat } from 'node:fs/promises';
import { UsageError } from '../errors.ts';
import { errorCode } from './error-code.ts';

/**
 * The text of a file; null when the file is missing.
 *
 * @throws {UsageError} `file-unreadable`, `file-not-text`
 */
export async function readOptional(path: string): Promise<string | null> {
  const found = await stat(path).catch(nullWhenMissing(path));
  if (!found) return null;
  if (!found.isFile() && !found.isDirectory()) {
    throw new UsageError('file-unreadable', `${path} is not a regular file.`, {
      hint: 'Name a file; -o - is stdout.',
    });
  }
  const bytes = await readFile(path).catch(nullWhenMissing(path));
  return bytes && decode(bytes, path);
}

/** Reading would lose bytes that are not UTF-8, and writing the text back would make that permanent. */
function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new UsageError('file-not-text', `${path} is not valid UTF-8.`, {
      hint: 'Save it as UTF-8 and run again. Nothing was changed.',
      cause,
    });
  }
}

/**
 * The names in a folder, sorted; empty when the folder is missing.
 *
 * @throws {UsageError} `file-unreadable`
 */
export async function listOptional(path: string): Promise<string[]> {
  return (await readdir(path).catch(nullWhenMissing(path)))?.sort() ?? [];
}

function nullWhenMissing(path: string): (cause: unknown) => null {
  return (cause) => {
    const code = errorCode(cause);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new UsageError('file-unreadable', `Cannot read ${path} (${code}).`, {
      hint: 'Check the path and its permissions.',
      cause,
    });
  };
}
