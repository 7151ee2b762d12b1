import { openClone } from './clone/open-clone.ts';
import {
  type RecentChangesOptions,
  type WalkedChange,
  walkChanges,
} from './history/walk-changes.ts';

/** Some years of a busy repository. */
const MOST_COMMITS = 20_000;
/** In seconds: clocks differ, so that a commit can seem to be older than those before it. */
const SKEW = 30 * 86_400;

/** The pull requests that a clone shows as merged in a time. */
export interface MergedBetween {
  pulls: (WalkedChange & { number: number })[];
  /** When the oldest commit was made that a shallow clone has, if its history ends within the time; else null. */
  endsAt: number | null;
}

/**
 * The pull requests merged between two times, in seconds since 1970; the newest first.
 *
 * @throws {UsageError} `git-directory-missing`
 * @throws {SourceError} those of `walkChanges`
 */
export async function mergedBetween(
  options: RecentChangesOptions,
  from: number,
  to: number,
): Promise<MergedBetween> {
  const pulls: MergedBetween['pulls'] = [];
  let oldest: number | null = null;
  for await (const change of walkChanges(options, MOST_COMMITS)) {
    const { number, time } = change;
    if (time < from - SKEW) return { pulls, endsAt: null };
    oldest = time;
    if (number !== null && time >= from && time < to) pulls.push({ ...change, number });
  }
  const { shallow } = await openClone(options.directory, options.environment, options.signal);
  return { pulls, endsAt: shallow.size > 0 ? oldest : null };
}
