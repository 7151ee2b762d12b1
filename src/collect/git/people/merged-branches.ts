import { ABSENT, type CommitGraph } from './commit-graph.ts';

/** A line of first parents, and the place in it up to which its merges have been followed. */
interface Line {
  commits: readonly number[];
  /** Counts down to the newest commit. */
  next: number;
}

/**
 * Which commits each merge brought in, of a whole history at once: those reachable from a merged
 * parent, but not from the first one. Each commit belongs to the merge that brought it in first; a
 * merge in a merged branch has commits of its own in turn.
 */
export class MergedBranches {
  readonly #graph: CommitGraph;
  readonly #reached: Uint8Array;
  /** Of each merge, the line of first parents of each merged parent, newest first. */
  readonly #lines = new Map<number, (readonly number[])[]>();
  /** Of each commit, the merge that brought it in; -1 without one. */
  readonly #merges: Int32Array;

  constructor(graph: CommitGraph, tip: number) {
    this.#graph = graph;
    this.#reached = new Uint8Array(graph.columns.hashes.length);
    this.#merges = new Int32Array(graph.columns.hashes.length).fill(-1);
    const first = this.#lineFrom(tip);
    const open: Line[] = [{ commits: first, next: first.length }];
    for (let line = open.at(-1); line !== undefined; line = open.at(-1)) {
      line.next -= 1;
      const commit = line.commits[line.next];
      if (commit === undefined) {
        open.pop();
        continue;
      }
      const merged = graph.columns.mergedParents.get(commit);
      if (merged === undefined) continue;
      const lines = merged.map((parent) => this.#lineFrom(parent));
      for (const brought of lines) for (const found of brought) this.#merges[found] = commit;
      this.#lines.set(commit, lines);
      open.push(...lines.map((commits) => ({ commits, next: commits.length })).toReversed());
    }
  }

  /** The merge that brought a commit in; undefined for one on the line of the tip. */
  broughtInBy(commit: number): number | undefined {
    const merge = this.#merges[commit] ?? -1;
    return merge === -1 ? undefined : merge;
  }

  isReachable(commit: number): boolean {
    return this.#reached[commit] === 1;
  }

  /**
   * The commits that a merge brought in, without merges, newest first along each line.
   *
   * @param position which merged parent, from 1; null for all
   * @param isOther whether a merge in the branch is another pull request's, which has its own commits
   */
  broughtIn(merge: number, position: number | null, isOther: (merge: number) => boolean): number[] {
    const linesOf = (commit: number) => this.#lines.get(commit) ?? [];
    const found: number[] = [];
    const lines = linesOf(merge).slice(...(position === null ? [] : [position - 1, position]));
    // Grows while it is read.
    for (const line of lines) {
      for (const commit of line) {
        if (!this.#graph.isMerge(commit)) found.push(commit);
        else if (!isOther(commit)) lines.push(...linesOf(commit));
      }
    }
    return found;
  }

  /** The commits on the line of first parents that no line had before, newest first. */
  #lineFrom(start: number): number[] {
    const { firstParents } = this.#graph.columns;
    const line: number[] = [];
    for (let at = start; this.#reached[at] === 0; at = firstParents[at] ?? ABSENT) {
      this.#reached[at] = 1;
      line.push(at);
    }
    return line;
  }
}
