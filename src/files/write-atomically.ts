import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { errorCode } from './error-code.ts';

/**
 * Writes a file as a whole or not at all: writes a temporary file beside it, and renames that. Keeps
 * the mode of a file that exists, follows a symbolic link, and creates missing folders.
 *
 * @throws {UsageError} `file-unwritable`
 */
export async function writeAtomically(name: string, text: string): Promise<void> {
  const path = await targetOf(name);
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    // Synchronous, so that no signal can leave the temporary file behind.
    mkdirSync(dirname(path), { recursive: true });
    const mode = statSync(path, { throwIfNoEntry: false })?.mode;
    // Renaming would replace even a read-only file.
    if (mode !== undefined) accessSync(path, constants.W_OK);
    writeFileSync(temporary, text, { flag: 'wx' });
    if (mode !== undefined) chmodSync(temporary, mode);
    renameSync(temporary, path);
  } catch (cause) {
    const code = errorCode(cause);
    // A temporary file that existed before belongs to somebody else.
    if (code !== 'EEXIST') remove(temporary);
    throw new UsageError('file-unwritable', `Cannot write ${path} (${code}).`, {
      hint: 'Check the file and its folder, or write elsewhere with -o.',
      cause,
    });
  }
}

/** The target of a symbolic link, even of one whose target is missing. */
async function targetOf(name: string): Promise<string> {
  const known = await realpath(name).catch(() => null);
  if (known !== null) return known;
  const target = await readlink(name).catch(() => null);
  return target === null ? name : resolve(dirname(name), target);
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    // Removing fails for the same reason as creating it did.
    if (!(error instanceof Error)) throw error;
  }
}
