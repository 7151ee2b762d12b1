import { devNull } from 'node:os';
import { posix } from 'node:path';
import { instantOf } from '../../period/instant.ts';
import { openClone } from './clone/open-clone.ts';
import { LOG } from './command/isolation.ts';
import { gitFields } from './command/run-git.ts';

/**
 * When the last commit was made that changed a file, by the paths of the files from the root of the
 * checkout. A file without one is left out, also one whose last change a shallow clone doesn't have.
 *
 * @throws {UsageError} `git-directory-missing`
 * @throws {SourceError} those of `openClone` and `gitFields`
 */
export async function lastChanges(
  directory: string,
  paths: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const { git, worktreeGitDirectory, shallow } = await openClone(directory, environment, signal);
  // A worktree has a HEAD of its own.
  const own = { ...git, environment: { ...git.environment, GIT_DIR: worktreeGitDirectory } };
  // Files by their names could be more than a command line may have.
  const folders = [...new Set(paths.map((path) => posix.dirname(path)))];
  const args = [
    ...['--name-only', '--no-renames', '--no-ext-diff', `-O${devNull}`, '-m'],
    '--format=tformat:%x00%H %ct',
    ...['HEAD', '--', ...folders],
  ];
  const wanted = new Set(paths);
  const found = new Map<string, string>();
  let time: string | null = null;
  let isCommit = false;
  for await (const batch of gitFields(own, [...LOG, ...args])) {
    for (const field of batch) {
      if (isCommit) {
        const [hash = '', seconds] = field.split(' ');
        // Where a shallow clone ends, a commit seems to have added everything.
        time = shallow.has(hash) ? null : instantOf(Number(seconds) * 1000);
        isCommit = false;
        continue;
      }
      // Paths are never empty: an empty field begins a commit. A line break separates it from its first path.
      const path = field.replace(/^\n/, '');
      if (path === '') isCommit = true;
      else if (time !== null && wanted.has(path) && (found.get(path) ?? '') < time)
        found.set(path, time);
    }
  }
  return found;
}
