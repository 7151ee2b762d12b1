import type { Clone } from './clone.ts';
import { LOG, gitFields } from './git.ts';
import type { WalkedCommit } from './landings.ts';
import { readMergeMessage } from './merge-message.ts';

export interface History {
  /** The commits that merge pull requests, oldest first. */
  merges: WalkedCommit[];
  /** The earliest and the latest committer date, in seconds since 1970. */
  earliest: number;
  latest: number;
  /** The committer date where a shallow clone cuts the history off; null for a whole history. */
  cutAt: number | null;
}

/**
 * Walks the first-parent history from a commit to its root, without looking at a file. All of it:
 * committer dates need not fall from child to parent, so git's `--since`, which stops at the first
 * older commits, loses merges; and whether a number has landed before is known only at the root.
 */
export async function readHistory(
  { git, shallow }: Clone,
  tip: string,
  onProgress: (commits: number) => void,
): Promise<History> {
  const history: History = { merges: [], earliest: Infinity, latest: -Infinity, cutAt: null };
  const args = ['--first-parent', '--format=tformat:%H%x00%ct%x00%P%x00%s', tip, '--'];
  let pending: string[] = [];
  let depth = 0;
  for await (const batch of gitFields(git, [...LOG, ...args])) {
    const fields = [...pending, ...batch];
    let at = 0;
    for (; at + 4 <= fields.length; at += 4, depth += 1) {
      const [hash = '', seconds = '', parents = '', subject = ''] = fields.slice(at, at + 4);
      const time = seconds === '' ? NaN : Number(seconds);
      if (time < history.earliest) history.earliest = time;
      if (time > history.latest) history.latest = time;
      if (shallow.has(hash)) history.cutAt = time;
      if (!subject.includes('#') || readMergeMessage(subject) === null) continue;
      history.merges.push({ hash, time, parents: parents.split(' '), subject, depth });
    }
    pending = fields.slice(at);
    onProgress(depth);
  }
  history.merges.reverse();
  return history;
}
