import { devNull } from 'node:os';
import { readDefaultBranch } from '../clone/default-branch.ts';
import { openClone } from '../clone/open-clone.ts';
import { LOG } from '../command/isolation.ts';
import { gitFields } from '../command/run-git.ts';
import { readMergeMessage } from './merge-message.ts';

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
export interface WalkedChange {
  /** Of the pull request that it merges, else its subject. */
  title: string;
  /** Of that pull request; null when it merges none. */
  number: number | null;
  paths: string[];
  /** When it was committed, in seconds since 1970. */
  time: number;
}

/**
 * What each commit changed, newest first, along the first-parent history of the default branch, where a
 * merge counts as one commit; one that merges several pull requests is a change for each of them. Only trees
 * are read: a year takes a tenth of a second, and a partial clone without blobs has them.
 *
 * @throws {UsageError} `git-directory-missing`
 * @throws {SourceError} `git-missing`, `git-not-a-repository`, `git-foreign-owner`, `git-empty`,
 *   `git-failed`
 */
export async function* walkChanges(
  { directory, repository, server, environment, signal }: RecentChangesOptions,
  mostCommits: number,
): AsyncGenerator<WalkedChange> {
  const { git } = await openClone(directory, environment, signal);
  const { branch } = await readDefaultBranch(git, server, repository ?? '');
  const args = [
    ...['--first-parent', '--diff-merges=first-parent', '--name-only', '--no-renames'],
    ...['--no-ext-diff', `-O${devNull}`, `--max-count=${mostCommits}`],
    '--format=tformat:%x00%ct%x00%B',
  ];
  let time = 0;
  let message = '';
  let paths: string[] = [];
  /** What the next field is. */
  let next: 'path' | 'time' | 'message' = 'path';
  for await (const batch of gitFields(git, [...LOG, ...args, branch.tip, '--'])) {
    for (const field of batch) {
      if (next === 'time') {
        time = Number.parseInt(field, 10);
        next = 'message';
      } else if (next === 'message') {
        message = field;
        next = 'path';
      } else if (field === '') {
        // Paths are never empty: an empty field begins a commit.
        if (time > 0) yield* changesOf(message, paths, time);
        paths = [];
        next = 'time';
      } else if (paths.length < MOST_PATHS) {
        // A line break separates the message from the first path.
        paths.push(paths.length === 0 ? field.replace(/^\n/, '') : field);
      }
    }
  }
  if (time > 0) yield* changesOf(message, paths, time);
}

function changesOf(message: string, paths: string[], time: number): WalkedChange[] {
  const pulls = readMergeMessage(message)?.pulls ?? [];
  if (pulls.length > 0) return pulls.map(({ title, number }) => ({ title, number, paths, time }));
  const [subject = ''] = message.trimStart().split('\n', 1);
  return [{ title: subject.trimEnd(), number: null, paths, time }];
}
