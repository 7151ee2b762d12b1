import type { Clone } from '../clone/open-clone.ts';
import { LOG } from '../command/isolation.ts';
import { gitFields } from '../command/run-git.ts';
import { readMergeMessage } from './merge-message.ts';
import type { MergingCommit } from './merging-commit.ts';

/** What a walk has seen of a history so far. */
export interface HistorySummary {
  commits: number;
  /** Commits inside the period that name no pull request. */
  unnamed: number;
  /** The earliest and the latest committer date, in seconds since 1970. */
  earliest: number;
  latest: number;
  /** The committer date of the commit where a shallow clone ends; null for a full history. */
  shallowAt: number | null;
}

/** The summary of a history before any commit was seen. */
export function emptyHistory(): HistorySummary {
  return { commits: 0, unnamed: 0, earliest: Infinity, latest: -Infinity, shallowAt: null };
}

/**
 * Walks the first-parent history from a commit to its root, without reading files, and yields the
 * commits that merge pull requests, newest first; `summary` is kept up to date. It reads the whole
 * history: committer dates need not decrease from child to parent, so git's `--since`, which stops at
 * the first older commits, would lose merges; and whether a number was merged before is known only
 * at the root.
 *
 * @param isInside whether a committer date, in seconds since 1970, is inside the period
 */
export async function* walkFirstParents(
  { git, shallow }: Clone,
  tip: string,
  { summary, isInside }: { summary: HistorySummary; isInside: (time: number) => boolean },
  onProgress: (commits: number) => void,
): AsyncGenerator<MergingCommit> {
  const args = ['--first-parent', '--format=tformat:%H%x00%ct%x00%P%x00%s', tip, '--'];
  let pending: string[] = [];
  for await (const batch of gitFields(git, [...LOG, ...args])) {
    const fields = pending.length > 0 ? [...pending, ...batch] : batch;
    let at = 0;
    for (; at + 4 <= fields.length; at += 4) {
      const hash = fields[at] ?? '';
      const subject = fields[at + 3] ?? '';
      const time = Number.parseInt(fields[at + 1] ?? '', 10);
      const depth = summary.commits;
      summary.commits += 1;
      if (time < summary.earliest) summary.earliest = time;
      if (time > summary.latest) summary.latest = time;
      if (shallow.has(hash)) summary.shallowAt = time;
      const pulls = subject.includes('#') ? readMergeMessage(subject)?.pulls : undefined;
      if (!pulls) {
        if (isInside(time)) summary.unnamed += 1;
        continue;
      }
      const parents = (fields[at + 2] ?? '').split(' ');
      yield { hash, time, parents, subject, pulls, depth };
    }
    pending = fields.slice(at);
    onProgress(summary.commits);
  }
}
