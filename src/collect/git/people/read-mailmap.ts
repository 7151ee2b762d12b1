import { type GitContext, gitOutput } from '../command/run-git.ts';
import { Mailmap } from './mailmap.ts';

/** Ten times the largest that is known. */
const MOST_BYTES = 1024 * 1024;

/**
 * The `.mailmap` of a commit, in a bare clone too; null when it is too large to be one. Git itself would
 * also read the file that a clone's configuration names, wherever that is.
 */
export async function readMailmap(git: GitContext, tip: string): Promise<Mailmap | null> {
  const name = `${tip}:.mailmap`;
  const check = ['cat-file', '--batch-check=%(objecttype) %(objectsize)'];
  const found = (await gitOutput(git, check, [`${name}\n`])).join('');
  const size = /^blob (?<size>\d+)$/m.exec(found)?.groups?.['size'];
  if (size === undefined) return new Mailmap('');
  if (Number(size) > MOST_BYTES) return null;
  return new Mailmap((await gitOutput(git, ['cat-file', 'blob', name])).join('\0'));
}
