import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  linkSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from '../errors.ts';
import { errorCode } from './error-code.ts';
import { followPath } from './follow-path.ts';
import { makeFolder } from './make-folder.ts';
import { readRegularFile } from './read-regular-file.ts';
import { writeTemporaryFile } from './temporary-file.ts';

/**
 * Writes a file as a whole or not at all, if it still has the content that the text was made from: an
 * editor may have saved in the meantime. Writes a temporary file beside it, and renames that. Keeps the
 * mode and the owner of a file that exists, follows symbolic links, and creates missing folders.
 *
 * @param before the content expected; null for a missing file
 * @param within the folder that its links may not lead out of, as for `followPath`
 * @returns whether it was written; false when the content is another
 * @throws {UsageError} `path-outside`, `file-unwritable`, `file-unreadable`, `file-too-large`
 */
export function writeAtomically(
  name: string,
  text: string | Uint8Array,
  before: string | Uint8Array | null,
  within: string | null,
): boolean {
  const path = followPath(name, within);
  let temporary: string | undefined;
  try {
    // Synchronous, so that no signal can leave the temporary file behind.
    makeFolder(dirname(path));
    const found = statSync(path, { throwIfNoEntry: false });
    // Renaming would replace even a read-only file.
    if (found) accessSync(path, constants.W_OK);
    temporary = writeTemporaryFile(dirname(path), text);
    if (found) keepMetadata(temporary, found);
    if (!hasContent(path, before) || (found && isBeingSaved(found))) return false;
    if (before === null) return createFrom(temporary, path);
    renameSync(temporary, path);
    return true;
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError('file-unwritable', `Cannot write ${path} (${errorCode(cause)}).`, {
      hint: 'Check the file and its folder, or write elsewhere with -o.',
      cause,
    });
  } finally {
    if (temporary !== undefined) rmSync(temporary, { force: true });
  }
}

function keepMetadata(temporary: string, { mode, uid, gid }: Stats): void {
  const created = statSync(temporary);
  if (created.uid !== uid || created.gid !== gid) keepOwner(temporary, uid, gid);
  // Changing the owner takes away some modes.
  chmodSync(temporary, mode);
}

/** Only root may give a file away; whoever else may write it becomes its owner. */
function keepOwner(path: string, uid: number, gid: number): void {
  try {
    chownSync(path, uid, gid);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') throw error;
  }
}

/** Milliseconds. Editors that empty a file before they write it are done by then. */
const SAVED_AFTER = 2_500;

/** Whether a file was emptied just now: its new content may be on the way. */
function isBeingSaved({ size, mtimeMs }: Stats): boolean {
  return size === 0 && Math.abs(Date.now() - mtimeMs) < SAVED_AFTER;
}

function hasContent(path: string, expected: string | Uint8Array | null): boolean {
  const bytes = readRegularFile(path);
  return bytes === null || expected === null
    ? bytes === expected
    : Buffer.from(expected).equals(bytes);
}

/** Unlike renaming, linking replaces no file that has appeared since. */
function createFrom(temporary: string, path: string): boolean {
  try {
    linkSync(temporary, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    // Some file systems have no links.
    renameSync(temporary, path);
    return true;
  }
}
