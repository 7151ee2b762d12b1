import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../../../files/error-code.ts';

/** The text of a file in a git directory; empty if the file is missing. */
export async function readGitDirectoryFile(
  gitDirectory: string,
  ...path: string[]
): Promise<string> {
  try {
    return await readFile(join(gitDirectory, ...path), 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  }
}
