import type { MergedPull } from './merge-message.ts';

/** A commit of the default branch's first-parent history that merges pull requests. */
export interface WalkedCommit {
  hash: string;
  /** The committer date, in seconds since 1970; NaN when the commit has none that git can read. */
  time: number;
  parents: string[];
  subject: string;
  /** As far as the subject tells; never empty. */
  pulls: MergedPull[];
  /** How many commits of the history are newer. */
  depth: number;
}

/** One pull request's arrival on the default branch: one commit, or a run of rebased ones. */
export interface Landing {
  /** As far as the first commit's subject tells. */
  pull: MergedPull;
  /** Oldest first; the last one completes it. */
  commits: [WalkedCommit, ...WalkedCommit[]];
}

/**
 * Finds the landings inside a window while a whole history is walked, newest first, and keeps no
 * others. Neighbouring commits titled with the same number are one landing, of the last one's date.
 * What lands again under the same number and subject (taken out and put back) has landed already: so
 * any two windows agree when it did. Under another subject it is another landing, for numbers
 * restart when a project moves.
 */
export class LandingFinder {
  readonly #inside: (commit: WalkedCommit) => boolean;
  readonly #found = new Map<string, Landing>();
  /** Those of the latest commit, to which the next one may belong. */
  #open: Landing[] = [];

  constructor(inside: (commit: WalkedCommit) => boolean) {
    this.#inside = inside;
  }

  add(commit: WalkedCommit): void {
    const open = commit.pulls.map((pull): Landing => {
      const run = this.#open.find((landing) => precedes(commit, pull, landing));
      return { pull, commits: [commit, ...(run?.commits ?? [])] };
    });
    const longer = new Set(open.map(({ commits }) => commits[1]));
    this.#close(this.#open.filter(({ commits }) => !longer.has(commits[0])));
    this.#open = open;
  }

  /** Oldest first. */
  landings(): Landing[] {
    this.#close(this.#open);
    this.#open = [];
    return [...this.#found.values()].toSorted((a, b) => b.commits[0].depth - a.commits[0].depth);
  }

  /** Of landings alike the oldest counts, which comes last; it may lie outside. */
  #close(landings: readonly Landing[]): void {
    for (const landing of landings) {
      const key = `${String(landing.pull.number)} ${landing.commits[0].subject}`;
      if (this.#inside(landing.commits.at(-1) ?? landing.commits[0])) this.#found.set(key, landing);
      else this.#found.delete(key);
    }
  }
}

function precedes(
  commit: WalkedCommit,
  { number }: MergedPull,
  { pull, commits }: Landing,
): boolean {
  const [next] = commits;
  const areSingle = commit.parents.length < 2 && next.parents.length < 2;
  return number === pull.number && commit.depth === next.depth + 1 && areSingle;
}
