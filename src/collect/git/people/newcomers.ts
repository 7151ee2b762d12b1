import { readMergeMessage } from '../history/merge-message.ts';
import type { MergingCommit } from '../history/merging-commit.ts';
import type { PullWriters } from './pull-writers.ts';
import type { Writers } from './writers.ts';

/** A merge in the order of merges: those of one second by their numbers. */
interface Merge {
  time: number;
  number: number;
}

/** Everybody's first merged pull requests, in a whole history. */
export class Newcomers {
  /** By each key of a person: the first two pull requests, which have different numbers. */
  readonly #first = new Map<string, Merge[]>();

  constructor(writers: PullWriters, merging: readonly MergingCommit[]) {
    for (const commit of merging) {
      const message = readMergeMessage(commit.subject);
      for (const { number } of commit.pulls) {
        const found = writers.ofPull([{ commit, message }], number);
        const people = found === null ? [] : [found.author, ...found.coAuthors];
        for (const key of people.flatMap(({ keys }) => keys)) {
          this.#add(key, { time: commit.time, number });
        }
      }
    }
  }

  /** Whether the author had no part in a pull request that was merged before. */
  isFirst({ author }: Writers, merge: Merge): boolean {
    return !author.keys
      .flatMap((key) => this.#first.get(key) ?? [])
      .some((earlier) => earlier.number !== merge.number && inOrder(earlier, merge) < 0);
  }

  #add(key: string, merge: Merge): void {
    const merges = [...(this.#first.get(key) ?? []), merge].toSorted(inOrder);
    const [first = merge] = merges;
    const second = merges.find(({ number }) => number !== first.number);
    this.#first.set(key, second ? [first, second] : [first]);
  }
}

function inOrder(a: Merge, b: Merge): number {
  return a.time - b.time || a.number - b.number;
}
