import { randomBytes } from 'node:crypto';
import { lstatSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from './error-code.ts';

/** Short, so that a file may have the longest name there is. */
const NAME = /^\.devreport-[\da-f]{16}\.tmp$/;

/** Milliseconds. Writing one takes less than a second. */
const STALE_AFTER = 10 * 60 * 1000;

/** Writes a new file with a random name into a folder, and removes those that a killed run has left. */
export function writeTemporaryFile(folder: string, text: string | Uint8Array): string {
  const path = join(folder, `.devreport-${randomBytes(8).toString('hex')}.tmp`);
  try {
    writeFileSync(path, text, { flag: 'wx' });
    removeStale(folder, statSync(path).mtimeMs - STALE_AFTER);
    return path;
  } catch (cause) {
    rmSync(path, { force: true });
    throw cause;
  }
}

function removeStale(folder: string, before: number): void {
  for (const name of readdirSync(folder).filter((entry) => NAME.test(entry))) {
    const path = join(folder, name);
    try {
      const found = lstatSync(path);
      if (found.isFile() && found.mtimeMs < before) rmSync(path, { force: true });
    } catch (error) {
      // Another run is done with it, or owns it.
      if (!['ENOENT', 'EPERM', 'EACCES'].includes(errorCode(error))) throw error;
    }
  }
}
