import { devNull } from 'node:os';
import { readDefaultBranch } from './clone/default-branch.ts';
import { openClone } from './clone/open-clone.ts';
import { LOG } from './command/isolation.ts';
import { gitFields } from './command/run-git.ts';

const YEAR = 365 * 86_400;
/** Enough to find what changes most, even in a busy repository. */
const MOST_COMMITS = 2_000;
const MOST_PATHS = 1_000;

export interface RecentChangesOptions {
  /** Any directory of the clone. */
  directory: string;
  /** `owner/name`; null when it is not known. */
  repository: string | null;
  /** Like `https://github.com`. */
  server: string;
  environment: Readonly<Record<string, string | undefined>>;
  signal: AbortSignal;
}

/**
 * The paths that each commit changed in the year before the latest one, newest first, along the
 * first-parent history of the default branch, where a merge counts as one commit.
 *
 * @throws {UsageError} `git-directory-missing`
 * @throws {SourceError} `git-missing`, `git-not-a-repository`, `git-foreign-owner`, `git-empty`,
 *   `git-failed`
 */
export async function recentChanges({
  directory,
  repository,
  server,
  environment,
  signal,
}: RecentChangesOptions): Promise<string[][]> {
  const { git } = await openClone(directory, environment, signal);
  const { branch } = await readDefaultBranch(git, server, repository ?? '');
  const args = [
    ...['--first-parent', '--diff-merges=first-parent', '--name-only', '--no-renames'],
    // Names need only trees, which a partial clone without blobs has.
    ...['--no-ext-diff', `-O${devNull}`, `--max-count=${MOST_COMMITS}`, '--format=tformat:%x00%ct'],
  ];
  const changes: string[][] = [];
  let newest: number | null = null;
  let timeIsNext = false;
  for await (const batch of gitFields(git, [...LOG, ...args, branch.tip, '--'])) {
    for (const field of batch) {
      // Paths are never empty: an empty field begins a commit, then come its time and its paths.
      if (timeIsNext) {
        const time = Number.parseInt(field, 10);
        newest ??= time;
        if (time < newest - YEAR) return changes;
        changes.push([]);
      } else if (field !== '') {
        const paths = changes.at(-1);
        // A line break separates the time from the first path.
        if (paths && paths.length < MOST_PATHS) {
          paths.push(paths.length === 0 ? field.replace(/^\n/, '') : field);
        }
      }
      timeIsNext = field === '' && !timeIsNext;
    }
  }
  return changes;
}
