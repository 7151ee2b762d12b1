import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { SourceError, UsageError } from '../../errors.ts';
import { type Git, GitFailure, gitOutput, hermetic } from './git.ts';

/** A local clone, bare or not. `git.directory` is the git directory that all worktrees share. */
export interface Clone {
  git: Git;
  /** The git directory of the worktree it was found from; of the clone itself, else. */
  worktreeGitDirectory: string;
  /** The commits whose parents a shallow clone lacks. */
  shallow: ReadonlySet<string>;
}

/**
 * Finds the clone that a directory is, or lies in.
 *
 * @throws {UsageError} `git-directory-missing`
 * @throws {SourceError} `git-not-a-repository`, `git-foreign-owner`, `git-missing`
 */
export async function openClone(
  directory: string,
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<Clone> {
  const start = await startIn(directory);
  const env = hermetic(environment);
  const [worktreeGitDirectory = start, shared = start] = await find(start, environment, signal);
  return {
    // The git directory stands in for the worktree, and there is no index: the .gitattributes of
    // whatever is checked out would otherwise decide which files count as binary.
    git: {
      directory: shared,
      environment: {
        ...{ ...env, GIT_DIR: shared, GIT_WORK_TREE: shared },
        GIT_INDEX_FILE: resolve(shared, 'devreport-has-no-index'),
      },
      signal,
    },
    worktreeGitDirectory,
    shallow: await shallowCommits(shared),
  };
}

/** The directory itself; for a worktree's `.git` file, the one it lies in. */
async function startIn(directory: string): Promise<string> {
  const path = resolve(directory);
  const entry = await stat(path).catch((error: unknown) => {
    throw new UsageError('git-directory-missing', `The directory ${path} cannot be read.`, {
      hint: 'Name a local clone with --git-dir.',
      cause: error,
    });
  });
  if (entry.isDirectory()) return path;
  if (basename(path) === '.git') return dirname(path);
  throw new UsageError('git-directory-missing', `${path} is not a directory.`, {
    hint: 'Name a local clone with --git-dir.',
  });
}

/**
 * The git directories, of the worktree and shared. This one call heeds the user's own configuration,
 * for there stands whose clones the user trusts (`safe.directory`). It starts no program.
 */
async function find(
  start: string,
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<string[]> {
  const env = hermetic(environment);
  const consent = Object.entries(environment).filter(([name]) =>
    /^GIT_CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)$/.test(name),
  );
  const { GIT_CONFIG_GLOBAL: _global, GIT_CONFIG_NOSYSTEM: _system, ...rest } = env;
  const users = { ...rest, ...Object.fromEntries(consent) };
  const question = ['rev-parse', '--path-format=absolute', '--git-dir', '--git-common-dir'];
  try {
    return lines(await gitOutput({ directory: start, environment: users, signal }, question));
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    const trusting = ['-c', 'safe.directory=*', ...question];
    const found = await gitOutput({ directory: start, environment: env, signal }, trusting).then(
      lines,
      () => null,
    );
    throw found === null ? notARepository(start, error) : foreignOwner(start, found, error);
  }
}

const lines = (fields: readonly string[]): string[] => fields.join('').trimEnd().split('\n');

function notARepository(directory: string, cause: GitFailure): SourceError {
  const message = `git finds no repository in ${directory}: ${cause.reason}.`;
  return new SourceError('git-not-a-repository', message, {
    hint: 'Stand in a clone, name one with --git-dir, or use --source github.',
    cause,
  });
}

function foreignOwner(directory: string, [found = '']: string[], cause: SourceError): SourceError {
  const trusted = basename(found) === '.git' ? dirname(found) : found;
  return new SourceError(
    'git-foreign-owner',
    `The clone in ${directory} belongs to someone else.`,
    {
      hint: `If you trust it: git config --global --add safe.directory ${JSON.stringify(trusted)}`,
      cause,
    },
  );
}

async function shallowCommits(gitDirectory: string): Promise<ReadonlySet<string>> {
  const text = await readFile(resolve(gitDirectory, 'shallow'), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  return new Set(text.split('\n').filter((line) => line !== ''));
}
