import type { RecentChangesOptions, WalkedChange } from './history/walk-changes.ts';
import { walkChanges } from './history/walk-changes.ts';

const YEAR = 365 * 86_400;
/** Enough to find what changes most, even in a busy repository. */
const MOST_COMMITS = 2_000;

/**
 * What each commit changed in the year before the latest one, newest first, along the
 * first-parent history of the default branch, where a merge counts as one commit.
 *
 * @throws {UsageError} `git-directory-missing`
 * @throws {SourceError} `git-missing`, `git-not-a-repository`, `git-foreign-owner`, `git-empty`,
 *   `git-failed`
 */
export async function recentChanges(options: RecentChangesOptions): Promise<WalkedChange[]> {
  const changes: WalkedChange[] = [];
  for await (const change of walkChanges(options, MOST_COMMITS)) {
    if (change.time < (changes[0]?.time ?? 0) - YEAR) break;
    changes.push(change);
  }
  return changes;
}
