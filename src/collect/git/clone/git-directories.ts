import { basename, dirname } from 'node:path';
import { SourceError } from '../../../errors.ts';
import { GitFailure, nullOnFailure } from '../command/git-failure.ts';
import { isolatedEnvironment } from '../command/isolation.ts';
import { type GitContext, gitOutput } from '../command/run-git.ts';

export interface GitDirectories {
  /** That of the worktree; without worktrees, the shared one. */
  worktreeGitDirectory: string;
  /** The one that all worktrees share. */
  shared: string;
}

/**
 * Finds the git directories of the clone around a directory. These commands alone read the
 * configuration of the user and the system, which lists the clones that they trust
 * (`safe.directory`). They start no program.
 *
 * @param context with the variables of the user
 * @throws {SourceError} `git-not-a-repository`, `git-foreign-owner`, `git-too-old`, and those of
 *   `gitFields`
 */
export async function findGitDirectories(context: GitContext): Promise<GitDirectories> {
  const { directory, environment } = context;
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
  try {
    return await directoriesOf({ ...context, environment: trusting });
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    // The clone may exist, but be untrusted.
    const everyone = ['-c', 'safe.directory=*'];
    const found = await nullOnFailure(
      directoriesOf({ ...context, environment: isolated }, everyone),
    );
    throw found === null
      ? notARepository(directory, error)
      : foreignOwner(directory, found.worktreeGitDirectory, error);
  }
}

async function directoriesOf(
  context: GitContext,
  options: readonly string[] = [],
): Promise<GitDirectories> {
  const pathsOf = (...names: string[]): Promise<string[]> =>
    pathsFrom(context, [...options, 'rev-parse', PATH_FORMAT, ...names]);
  const [worktreeGitDirectory = '', shared = '', ...more] = await pathsOf(GIT_DIR, COMMON_DIR);
  if (more.length === 0) return { worktreeGitDirectory, shared };
  // A path has line endings in it.
  const each = await Promise.all([pathsOf(GIT_DIR), pathsOf(COMMON_DIR)]);
  const [one = '', other = ''] = each.map((lines) => lines.join('\n'));
  return { worktreeGitDirectory: one, shared: other };
}

const PATH_FORMAT = '--path-format=absolute';
const GIT_DIR = '--git-dir';
const COMMON_DIR = '--git-common-dir';

/** The lines of what git answers. */
async function pathsFrom(context: GitContext, args: readonly string[]): Promise<string[]> {
  const paths = (await gitOutput(context, args)).join('').replace(/\n$/, '');
  // Git before 2.31 repeats what it does not know.
  if (!paths.startsWith(PATH_FORMAT)) return paths.split('\n');
  throw new SourceError('git-too-old', 'The git on the PATH is older than 2.32.', {
    hint: 'Install git 2.32 or newer (https://git-scm.com), or use --source github.',
  });
}

function notARepository(directory: string, cause: GitFailure): SourceError {
  const message = `No git repository found in ${directory}: ${cause.reason}.`;
  return new SourceError('git-not-a-repository', message, {
    hint: 'Run devreport in a clone, name one with --git-dir, or use --source github.',
    cause,
  });
}

function foreignOwner(directory: string, found: string, cause: SourceError): SourceError {
  const clone = basename(found) === '.git' ? dirname(found) : found;
  const message = `The clone in ${directory} belongs to another user.`;
  return new SourceError('git-foreign-owner', message, {
    hint: `If you trust it: git config --global --add safe.directory ${JSON.stringify(clone)}`,
    cause,
  });
}
