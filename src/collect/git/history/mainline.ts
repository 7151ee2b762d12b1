import type { Clone } from '../clone/open-clone.ts';
import { LOG } from '../command/isolation.ts';
import { type GitInput, gitFields } from '../command/run-git.ts';
import { readMergeMessage } from './merge-message.ts';
import type { MergingCommit } from './merging-commit.ts';
import { mayHaveTrailer, type OwnRepository } from './number-trailers.ts';
import { listedInRollup } from './rollup.ts';

/** What a walk has seen of a history so far. */
export interface HistorySummary {
  commits: number;
  /** The earliest and the latest committer date, in seconds since 1970. */
  earliest: number;
  latest: number;
  /** The committer date of the commit where a shallow clone ends; null for a full history. */
  shallowAt: number | null;
}

/** The summary of a history before any commit was seen. */
export function emptyHistory(): HistorySummary {
  return { commits: 0, earliest: Infinity, latest: -Infinity, shallowAt: null };
}

/** A commit of the default branch; `pulls` is empty for one that names no pull request. */
export interface MainlineCommit extends MergingCommit {
  /** Of a commit without a pull request, everything below the subject; else empty. */
  body: string;
}

/** How to walk: `summary` is kept up to date. */
export interface Walk {
  project: OwnRepository;
  summary: HistorySummary;
  /** Whether a committer date, in seconds since 1970, is inside the period. */
  isInside: (time: number) => boolean;
  onProgress: (commits: number) => void;
}

const FIELDS = ['%H', '%ct', '%P', '%s', '%b'];

/**
 * Walks the first-parent history from a commit to its root, without reading files, and yields the
 * commits that merge pull requests, and the others of the period; newest first. It reads the whole
 * history: committer dates need not decrease from child to parent, so git's `--since`, which stops at
 * the first older commits, would lose merges; and whether a number was merged before is known only
 * at the root.
 */
export function walkMainline(
  clone: Clone,
  tip: string,
  walk: Walk,
): AsyncGenerator<MainlineCommit> {
  return readMainline(clone, ['--first-parent'], [tip, '--'], walk);
}

/** Reads commits by their hashes, and yields those that `walkMainline` would yield. */
export function readSides(
  clone: Clone,
  hashes: readonly string[],
  walk: Walk,
): AsyncGenerator<MainlineCommit> {
  return readMainline(clone, ['--no-walk=unsorted', '--stdin'], ['--'], walk, [hashes.join('\n')]);
}

async function* readMainline(
  { git, shallow }: Clone,
  options: readonly string[],
  revisions: readonly string[],
  { project, summary, isInside, onProgress }: Walk,
  input?: GitInput,
): AsyncGenerator<MainlineCommit> {
  const format = `--format=tformat:${FIELDS.join('%x00')}`;
  let pending: string[] = [];
  for await (const batch of gitFields(git, [...LOG, ...options, format, ...revisions], input)) {
    const fields = pending.length > 0 ? [...pending, ...batch] : batch;
    let at = 0;
    for (; at + FIELDS.length <= fields.length; at += FIELDS.length) {
      const hash = fields[at] ?? '';
      const subject = fields[at + 3] ?? '';
      const body = fields[at + 4] ?? '';
      const time = Number.parseInt(fields[at + 1] ?? '', 10);
      const depth = summary.commits;
      summary.commits += 1;
      if (time < summary.earliest) summary.earliest = time;
      if (time > summary.latest) summary.latest = time;
      if (shallow.has(hash)) summary.shallowAt = time;
      const pulls = pullsNamed(subject, body, project);
      if (pulls.length === 0 && !isInside(time)) continue;
      yield {
        ...{ hash: copied(hash), time, subject: copied(subject), pulls, depth },
        parents: copied(fields[at + 2] ?? '').split(' '),
        lists: listedInRollup(subject, body),
        body: pulls.length === 0 ? body : '',
      };
    }
    pending = fields.slice(at);
    onProgress(summary.commits);
  }
}

/** By the subject alone, unless it has no number: whole messages are read only inside the period. */
function pullsNamed(subject: string, body: string, project: OwnRepository): MergingCommit['pulls'] {
  const named = /#|gh-/i.test(subject) ? readMergeMessage(subject) : null;
  if (named) return named.pulls;
  if (!mayHaveTrailer(body)) return [];
  const pulls = readMergeMessage(`${subject}\n\n${body}`, project)?.pulls ?? [];
  return pulls.map((pull) => ({ ...pull, title: copied(pull.title), body: '' }));
}

/** A part of a string keeps all of it in memory, here messages of a whole history. */
function copied(text: string): string {
  return Buffer.from(text).toString();
}
