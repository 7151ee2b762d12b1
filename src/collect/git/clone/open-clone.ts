import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { UsageError } from '../../../errors.ts';
import { isolatedEnvironment } from '../command/isolation.ts';
import type { GitContext } from '../command/run-git.ts';
import { UnreadableClone } from '../command/unreadable-clone.ts';
import { findGitDirectories } from './git-directories.ts';
import { readGitDirectoryFile } from './git-directory-file.ts';
import { irregularFile } from './irregular-file.ts';

/** A local clone, bare or not. `git.directory` is the git directory that all worktrees share. */
export interface Clone {
  git: GitContext;
  /** The git directory of the worktree that was opened; without worktrees, `git.directory`. */
  worktreeGitDirectory: string;
  /** The commits whose parents a shallow clone lacks. */
  shallow: ReadonlySet<string>;
}

/**
 * Opens the clone in a directory, or in the closest one above it.
 *
 * @throws {UsageError} `git-directory-missing`
 * @param patience that of `GitContext`
 * @throws {SourceError} `git-not-a-repository`, `git-foreign-owner`, `git-too-old`, and those of
 *   `gitFields` and `readGitDirectoryFile`
 */
export async function openClone(
  directory: string,
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
  patience?: number,
): Promise<Clone> {
  const start = await startDirectory(directory);
  const context = { directory: start, environment, signal, patience };
  const { worktreeGitDirectory, shared } = await findGitDirectories(context);
  requireRegularFiles(shared);
  const shallow = readGitDirectoryFile(shared, 'shallow');
  return {
    // The git directory serves as the worktree, without an index: otherwise the .gitattributes
    // of the checked-out files would decide which files count as binary.
    git: {
      directory: shared,
      environment: {
        ...{ ...isolatedEnvironment(environment), GIT_DIR: shared, GIT_WORK_TREE: shared },
        GIT_INDEX_FILE: resolve(shared, 'devreport-has-no-index'),
      },
      signal,
      patience,
    },
    worktreeGitDirectory,
    shallow: new Set(shallow.split('\n').filter((line) => line !== '')),
  };
}

function requireRegularFiles(gitDirectory: string): void {
  const file = irregularFile(gitDirectory);
  if (file === null) return;
  throw new UnreadableClone('git-file-unreadable', `${file} is a pipe or a device, not a file.`, {
    hint: 'The clone is damaged or hostile. Make a new one.',
  });
}

/** The directory itself; for the `.git` file of a worktree, the directory that contains it. */
async function startDirectory(directory: string): Promise<string> {
  const path = resolve(directory);
  const entry = await stat(path).catch((cause: unknown) => {
    throw directoryMissing(`Cannot read the directory ${path}.`, cause);
  });
  if (entry.isDirectory()) return path;
  if (basename(path) === '.git') return dirname(path);
  throw directoryMissing(`${path} is not a directory.`);
}

function directoryMissing(message: string, cause?: unknown): UsageError {
  return new UsageError('git-directory-missing', message, {
    hint: 'Name a local clone with --git-dir.',
    cause,
  });
}
