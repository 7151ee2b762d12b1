import { readdirSync } from 'node:fs';
import { UsageError } from '../errors.ts';
import { errorCode } from './error-code.ts';
import { followPath } from './follow-path.ts';
import { readRegularFile } from './read-regular-file.ts';

/**
 * The text of a file; null when the file is missing.
 *
 * @param within the folder that its links may not lead out of, as for `followPath`
 * @param limit in bytes
 * @throws {UsageError} `path-outside`, `file-unreadable`, `file-too-large`, `file-not-text`
 */
export function readOptional(path: string, within: string | null, limit?: number): string | null {
  const bytes = readOptionalBytes(path, within, limit);
  return bytes && decode(bytes, path);
}

/** The bytes of a file, which may not be text; else as `readOptional`. */
export function readOptionalBytes(
  path: string,
  within: string | null,
  limit?: number,
): Uint8Array | null {
  return readRegularFile(followPath(path, within), limit);
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
 * @param within the folder that its links may not lead out of, as for `followPath`
 * @throws {UsageError} `path-outside`, `file-unreadable`
 */
export function listOptional(path: string, within: string | null): string[] {
  try {
    return readdirSync(followPath(path, within)).sort();
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const code = errorCode(cause);
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw new UsageError('file-unreadable', `Cannot read ${path} (${code}).`, {
      hint: 'Check the path and its permissions.',
      cause,
    });
  }
}
