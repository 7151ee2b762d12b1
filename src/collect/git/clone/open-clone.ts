import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { SourceError, UsageError } from '../../../errors.ts';
import { GitFailure } from '../command/git-failure.ts';
import { isolatedEnvironment } from '../command/isolation.ts';
import { type GitContext, gitOutput } from '../command/run-git.ts';
import { readGitDirectoryFile } from './git-directory-file.ts';

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
 * @throws {SourceError} `git-not-a-repository`, `git-foreign-owner`, `git-missing`
 */
export async function openClone(
  directory: string,
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<Clone> {
  const start = await startDirectory(directory);
  const [worktreeGitDirectory = start, shared = start] = await findGitDirectories(
    start,
    environment,
    signal,
  );
  const shallow = await readGitDirectoryFile(shared, 'shallow');
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
    },
    worktreeGitDirectory,
    shallow: new Set(shallow.split('\n').filter((line) => line !== '')),
  };
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

/**
 * The git directories: of the worktree, and shared. This command alone reads the configuration of
 * the user and the system, which lists the clones that they trust (`safe.directory`). It starts no
 * program.
 */
async function findGitDirectories(
  start: string,
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<string[]> {
  const isolated = isolatedEnvironment(environment);
  const {
    GIT_CONFIG_GLOBAL: _global,
    GIT_CONFIG_NOSYSTEM: _system,
    ...withConfiguration
  } = isolated;
  const trust = Object.entries(environment).filter(([name]) =>
    /^GIT_CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)$/.test(name),
  );
  const trusting = { ...withConfiguration, ...Object.fromEntries(trust) };
  const args = ['rev-parse', '--path-format=absolute', '--git-dir', '--git-common-dir'];
  try {
    return lines(await gitOutput({ directory: start, environment: trusting, signal }, args));
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    // The clone may exist, but be untrusted.
    const found = await gitOutput({ directory: start, environment: isolated, signal }, [
      ...['-c', 'safe.directory=*'],
      ...args,
    ]).then(lines, () => null);
    throw found === null ? notARepository(start, error) : foreignOwner(start, found, error);
  }
}

const lines = (fields: readonly string[]): string[] => fields.join('').trimEnd().split('\n');

function notARepository(directory: string, cause: GitFailure): SourceError {
  const message = `No git repository found in ${directory}: ${cause.reason}.`;
  return new SourceError('git-not-a-repository', message, {
    hint: 'Run devreport in a clone, name one with --git-dir, or use --source github.',
    cause,
  });
}

function foreignOwner(directory: string, [found = '']: string[], cause: SourceError): SourceError {
  const clone = basename(found) === '.git' ? dirname(found) : found;
  const message = `The clone in ${directory} belongs to another user.`;
  return new SourceError('git-foreign-owner', message, {
    hint: `If you trust it: git config --global --add safe.directory ${JSON.stringify(clone)}`,
    cause,
  });
}
