import { readMergeMessage } from '../history/merge-message.ts';
import type { MergingCommit } from '../history/merging-commit.ts';
import type { PullWriters } from './pull-writers.ts';
import type { PeopleHistory } from './read-people.ts';
import type { Writers } from './writers.ts';

/** A merge in the order of merges: those of one second by their numbers. */
interface Merge {
  time: number;
  number: number;
}

/** The first two of somebody's pull requests; they have different numbers. */
type First = readonly [Merge] | readonly [Merge, Merge];

/** Everybody's first merged pull requests, in a whole history. */
export class Newcomers {
  /** By each key of a person. */
  readonly #first = new Map<string, First>();

  constructor(
    { graph, known }: PeopleHistory,
    writers: PullWriters,
    merging: readonly MergingCommit[],
  ) {
    const bySignature = new Map<number, First>();
    for (const commit of merging) {
      const at = graph.numberOf(commit.hash);
      const isMerge = at !== undefined && graph.isMerge(at);
      const message = isMerge ? graph.mergeMessage(at) : readMergeMessage(commit.subject);
      for (const { number } of commit.pulls) {
        const merge = { time: commit.time, number };
        for (const signer of writers.signaturesOf({ commit, message }, number)) {
          bySignature.set(signer, withMerge(bySignature.get(signer), merge));
        }
      }
    }
    for (const [signer, merges] of bySignature) {
      const signature = graph.columns.signatures[signer];
      for (const key of (signature && known.signerOf(signature)?.keys) ?? []) {
        for (const merge of merges) this.#first.set(key, withMerge(this.#first.get(key), merge));
      }
    }
  }

  /** Whether the author had no part in a pull request that was merged before. */
  isFirst({ author }: Writers, merge: Merge): boolean {
    return !author.keys
      .flatMap((key) => this.#first.get(key) ?? [])
      .some((earlier) => earlier.number !== merge.number && inOrder(earlier, merge) < 0);
  }
}

function withMerge(known: First | undefined, merge: Merge): First {
  if (known === undefined) return [merge];
  const [first, second] = known;
  if (merge.number === first.number) {
    if (inOrder(merge, first) >= 0) return known;
    return second ? [merge, second] : [merge];
  }
  if (inOrder(merge, first) < 0) return [merge, first];
  return second && inOrder(second, merge) <= 0 ? known : [first, merge];
}

function inOrder(a: Merge, b: Merge): number {
  return a.time - b.time || a.number - b.number;
}
