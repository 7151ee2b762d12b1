import type { Clone } from './clone.ts';
import { LOG, gitFields } from './git.ts';
import type { WalkedCommit } from './landings.ts';
import { readMergeMessage } from './merge-message.ts';

/** What a walk has seen of a history. */
export interface Extent {
  commits: number;
  /** Of those inside the window, how many name no pull request. */
  unnamed: number;
  /** The earliest and the latest committer date, in seconds since 1970. */
  earliest: number;
  latest: number;
  /** The committer date where a shallow clone cuts the history off; null for a whole history. */
  cutAt: number | null;
}

/** Whether a committer date, in seconds since 1970, is inside the window. */
export type Window = (time: number) => boolean;

/**
 * Walks the first-parent history from a commit to its root, without looking at a file, and gives the
 * commits that merge pull requests, newest first. All of it: committer dates need not fall from child
 * to parent, so git's `--since`, which stops at the first older commits, loses merges; and whether a
 * number has landed before is known only at the root.
 */
export async function* walk(
  { git, shallow }: Clone,
  tip: string,
  { extent, inside }: { extent: Extent; inside: Window },
  onProgress: (commits: number) => void,
): AsyncGenerator<WalkedCommit> {
  const args = ['--first-parent', '--format=tformat:%H%x00%ct%x00%P%x00%s', tip, '--'];
  let pending: string[] = [];
  for await (const batch of gitFields(git, [...LOG, ...args])) {
    const fields = pending.length > 0 ? [...pending, ...batch] : batch;
    let at = 0;
    for (; at + 4 <= fields.length; at += 4) {
      const hash = fields[at] ?? '';
      const subject = fields[at + 3] ?? '';
      const time = Number.parseInt(fields[at + 1] ?? '', 10);
      const depth = extent.commits;
      extent.commits += 1;
      if (time < extent.earliest) extent.earliest = time;
      if (time > extent.latest) extent.latest = time;
      if (shallow.has(hash)) extent.cutAt = time;
      const pulls = subject.includes('#') ? readMergeMessage(subject)?.pulls : undefined;
      if (!pulls) {
        if (inside(time)) extent.unnamed += 1;
        continue;
      }
      const parents = (fields[at + 2] ?? '').split(' ');
      yield { hash, time, parents, subject, pulls, depth };
    }
    pending = fields.slice(at);
    onProgress(extent.commits);
  }
}
