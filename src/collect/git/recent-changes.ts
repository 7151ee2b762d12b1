import { devNull } from 'node:os';
import { readDefaultBranch } from './clone/default-branch.ts';
import { openClone } from './clone/open-clone.ts';
import { LOG } from './command/isolation.ts';
import { gitFields } from './command/run-git.ts';
import { readMergeMessage } from './history/merge-message.ts';

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

/** A commit of the default branch. */
export interface RecentChange {
  /** Of the pull request that it merges, else its subject. */
  title: string;
  /** Of that pull request; null when it merges none. */
  number: number | null;
  paths: string[];
  /** When it was committed, in seconds since 1970. */
  time: number;
}

/**
 * What each commit changed in the year before the latest one, newest first, along the
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
}: RecentChangesOptions): Promise<RecentChange[]> {
  const { git } = await openClone(directory, environment, signal);
  const { branch } = await readDefaultBranch(git, server, repository ?? '');
  const args = [
    ...['--first-parent', '--diff-merges=first-parent', '--name-only', '--no-renames'],
    // Names need only trees, which a partial clone without blobs has.
    ...['--no-ext-diff', `-O${devNull}`, `--max-count=${MOST_COMMITS}`],
    '--format=tformat:%x00%ct%x00%B',
  ];
  const changes: RecentChange[] = [];
  let newest: number | null = null;
  let time = 0;
  /** What the next field is. */
  let next: 'path' | 'time' | 'message' = 'path';
  for await (const batch of gitFields(git, [...LOG, ...args, branch.tip, '--'])) {
    for (const field of batch) {
      if (next === 'time') {
        time = Number.parseInt(field, 10);
        newest ??= time;
        if (time < newest - YEAR) return changes;
        next = 'message';
      } else if (next === 'message') {
        changes.push({ ...readMessage(field), paths: [], time });
        next = 'path';
      } else if (field === '') {
        // Paths are never empty: an empty field begins a commit.
        next = 'time';
      } else {
        const paths = changes.at(-1)?.paths;
        // A line break separates the message from the first path.
        if (paths && paths.length < MOST_PATHS)
          paths.push(paths.length === 0 ? field.replace(/^\n/, '') : field);
      }
    }
  }
  return changes;
}

function readMessage(message: string): Pick<RecentChange, 'title' | 'number'> {
  const [pull] = readMergeMessage(message)?.pulls ?? [];
  const [subject = ''] = message.trimStart().split('\n', 1);
  return { title: pull?.title ?? subject.trimEnd(), number: pull?.number ?? null };
}
