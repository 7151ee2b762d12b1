import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './error-code.ts';

/**
 * Makes a folder and the missing ones above it. Node's own `recursive` option never ends below `/proc`,
 * where a folder can be neither found nor made.
 *
 * @param mode of the folders that it makes
 * @throws a system error
 */
export function makeFolder(path: string, mode?: number): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(path) !== path) makeFolder(dirname(path), mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // Another run has made it.
    const isMade = errorCode(error) === 'EEXIST' && statSync(path).isDirectory();
    if (!isMade) throw error;
  }
}
