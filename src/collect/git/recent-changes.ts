import { openClone } from './clone.ts';
import { defaultBranch, detachedHead, readRefs } from './default-branch.ts';
import { gitFields, LOG } from './git.ts';
import { readConfiguration } from './remotes.ts';

const YEAR = 365 * 86_400;
/** Enough to see what changes most, however busy the repository. */
const MOST_COMMITS = 2_000;
const MOST_PATHS = 1_000;

interface Place {
  /** A directory of the clone. */
  directory: string;
  /** `owner/name`; null when it is not known. */
  repository: string | null;
  /** Like `https://github.com`. */
  server: string;
  environment: Readonly<Record<string, string | undefined>>;
  signal: AbortSignal;
}

/**
 * What the last year of a clone's history changed, up to its latest commit: the paths of each commit
 * on the first-parent history of the default branch, a merge counting as one, newest first.
 *
 * @throws {UsageError} `git-directory-missing`
 * @throws {SourceError} `git-missing`, `git-not-a-repository`, `git-foreign-owner`, `git-empty`,
 *   `git-failed`
 */
export async function recentChanges(place: Place): Promise<string[][]> {
  const { directory, repository, server, environment, signal } = place;
  const { git } = await openClone(directory, environment, signal);
  const [configuration, refs] = await Promise.all([readConfiguration(git, server), readRefs(git)]);
  const branch = defaultBranch(refs, configuration, repository ?? '') ?? (await detachedHead(git));
  const args = [
    ...['--first-parent', '--diff-merges=first-parent', '--name-only', '--no-renames'],
    // Trees are enough for names: a clone without blobs has them too.
    ...['--no-ext-diff', `--max-count=${MOST_COMMITS}`, '--format=tformat:%x00%ct'],
  ];
  const changes: string[][] = [];
  let newest: number | null = null;
  let timeIsNext = false;
  for await (const batch of gitFields(git, [...LOG, ...args, branch.tip, '--'])) {
    for (const field of batch) {
      // No path is empty: an empty field begins a commit, its time follows, then its paths.
      if (timeIsNext) {
        const time = Number.parseInt(field, 10);
        newest ??= time;
        if (time < newest - YEAR) return changes;
        changes.push([]);
      } else if (field !== '') {
        const paths = changes.at(-1);
        // A line break parts the time from the first path.
        if (paths && paths.length < MOST_PATHS) {
          paths.push(paths.length === 0 ? field.replace(/^\n/, '') : field);
        }
      }
      timeIsNext = field === '' && !timeIsNext;
    }
  }
  return changes;
}
