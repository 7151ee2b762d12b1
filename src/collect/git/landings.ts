import { type MergedPull, readMergeMessage } from './merge-message.ts';

/** A commit of the default branch's first-parent history, as the walk reads it. */
export interface WalkedCommit {
  hash: string;
  /** The committer date, in seconds since 1970; NaN when the commit has none that git can read. */
  time: number;
  parents: string[];
  subject: string;
  /** How many commits of the history are newer. */
  depth: number;
}

/** One pull request's arrival on the default branch: one commit, or a run of rebased ones. */
export interface Landing {
  /** As far as the subject tells. */
  pull: MergedPull;
  /** Oldest first; the last one completes it. */
  commits: WalkedCommit[];
}

/**
 * The landings of a whole history, oldest first; commits that land nothing may be left out of it.
 * Neighbouring commits titled with the same number are one landing. What lands again under the same
 * number and subject (taken out and put back) has landed already: so any two windows agree when it
 * did. Under another subject it is another landing, for numbers restart when a project moves.
 */
export function findLandings(history: Iterable<WalkedCommit>): Landing[] {
  const landings: Landing[] = [];
  const landed = new Set<string>();
  for (const commit of history) {
    for (const pull of readMergeMessage(commit.subject)?.pulls ?? []) {
      const subject = `${String(pull.number)} ${commit.subject}`;
      const latest = landings.at(-1);
      if (latest?.pull.number === pull.number && isNext(commit, latest.commits.at(-1))) {
        latest.commits.push(commit);
      } else if (!landed.has(subject)) {
        landings.push({ pull, commits: [commit] });
      }
      landed.add(subject);
    }
  }
  return landings;
}

function isNext(commit: WalkedCommit, previous: WalkedCommit | undefined): boolean {
  if (previous?.depth !== commit.depth + 1) return false;
  return commit.parents.length < 2 && previous.parents.length < 2;
}
