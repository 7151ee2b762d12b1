import { statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../errors.ts';
import { isPathBelow } from './boundary-of.ts';
import { errorCode } from './error-code.ts';
import { readRegularFile } from './read-regular-file.ts';
import { realPath } from './real-path.ts';

/**
 * The path after all symbolic links in it are followed. It has to stay inside a folder, and out of
 * the git directory there, which has programs and credentials: a clone's links lead where its author
 * wants.
 *
 * @param within the folder that it has to stay in; null for a path that only the user can have chosen
 * @throws {UsageError} `path-outside`, `file-unreadable`
 */
export function followPath(path: string, within: string | null): string {
  if (within === null) return orUnreadable(path, () => realPath(path));
  const [target, root] = orUnreadable(path, () => [realPath(path), realPath(within)] as const);
  const leads = !isPathBelow(target, root);
  if (!leads && !isOfGit(target, root)) return target;
  throw new UsageError(
    'path-outside',
    leads
      ? `${path} leads outside of ${within}, to ${target}.`
      : `${path} leads into a git directory, to ${target}.`,
    {
      hint: leads
        ? 'In a repository, devreport uses only files of that repository. If you trust that file, name its own path on the command line.'
        : 'devreport neither reads nor writes the files of git.',
    },
  );
}

function isOfGit(target: string, root: string): boolean {
  const names = relative(root, target).split(sep);
  return (
    names.some((name) => name.toLowerCase() === '.git') || isPathBelow(target, linkedGit(root))
  );
}

/** The git directory that a `.git` file names, as in a worktree; else that folder itself. */
function linkedGit(root: string): string {
  const file = join(root, '.git');
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return file;
  const text = Buffer.from(readRegularFile(file, 4096) ?? []).toString();
  const named = /^gitdir: (.+)$/m.exec(text)?.[1]?.trim();
  return named === undefined ? file : realPath(resolve(root, named));
}

function orUnreadable<T>(path: string, follow: () => T): T {
  try {
    return follow();
  } catch (cause) {
    throw new UsageError('file-unreadable', `Cannot follow ${path} (${errorCode(cause)}).`, {
      hint: 'Check the path and its permissions.',
      cause,
    });
  }
}
