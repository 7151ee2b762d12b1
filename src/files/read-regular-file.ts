import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { UsageError } from '../errors.ts';
import { errorCode } from './error-code.ts';

/** Bytes; far more than any report, config or template has. */
const USUAL_LIMIT = 16 * 1024 * 1024;

/**
 * The bytes of a file; null when the file is missing. Reads no folder, pipe or device, which may never
 * end, and no file above the limit.
 *
 * @param limit in bytes
 * @throws {UsageError} `file-unreadable`, `file-too-large`
 */
export function readRegularFile(path: string, limit = USUAL_LIMIT): Uint8Array | null {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) return null;
    // Before opening it, too: that alone has an effect on some devices.
    requireRegular(found, path);
    // Without O_NONBLOCK, opening a pipe would wait for its writer. Windows has neither.
    const file = openSync(
      path,
      constants.O_RDONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0),
    );
    try {
      const { size } = requireRegular(fstatSync(file), path);
      return readAll(file, size, limit, path);
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const code = errorCode(cause);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new UsageError('file-unreadable', `Cannot read ${path} (${code}).`, {
      hint: 'Check the path and its permissions.',
      cause,
    });
  }
}

function requireRegular<T extends { isFile(): boolean; isDirectory(): boolean }>(
  found: T,
  path: string,
): T {
  if (found.isFile()) return found;
  const kind = found.isDirectory() ? 'a folder' : 'a pipe or a device';
  throw new UsageError('file-unreadable', `${path} is ${kind}, not a file.`, {
    hint: 'Name a regular file; -o - is stdout.',
  });
}

/** A file may grow while it is read, and the size of those that the system makes up is 0. */
function readAll(file: number, size: number, limit: number, path: string): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let part = new Uint8Array(Math.min(size, limit) + 1); ; part = new Uint8Array(65_536)) {
    const read = readSync(file, part);
    if (read === 0) return Buffer.concat(parts, length);
    parts.push(part.subarray(0, read));
    length += read;
    if (length > limit) {
      const most = `${String(Math.floor(limit / 1024 / 1024))} MiB`;
      throw new UsageError('file-too-large', `${path} is larger than ${most}.`, {
        hint: 'Check that it is the file you mean.',
      });
    }
  }
}
