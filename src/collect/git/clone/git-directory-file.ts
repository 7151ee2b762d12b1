import { join } from 'node:path';
import { UsageError } from '../../../errors.ts';
import { readRegularFile } from '../../../files/read-regular-file.ts';
import { UnreadableClone } from '../command/unreadable-clone.ts';

/** Bytes. The largest, `shallow`, has a line for each commit that a shallow clone ends with. */
const LIMIT = 64 * 1024 * 1024;

/**
 * The text of a file in a git directory; empty if the file is missing.
 *
 * @throws {UnreadableClone} `git-file-unreadable`, for anything but a regular file of a sane size
 */
export function readGitDirectoryFile(gitDirectory: string, ...path: string[]): string {
  try {
    return Buffer.from(readRegularFile(join(gitDirectory, ...path), LIMIT) ?? []).toString();
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    throw new UnreadableClone('git-file-unreadable', cause.message, {
      hint: 'The clone is damaged or hostile. Make a new one.',
      cause,
    });
  }
}
