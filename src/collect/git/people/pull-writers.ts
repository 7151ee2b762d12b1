import { loginPattern } from '../../../item/login.ts';
import type { MergeMessage } from '../history/merge-message.ts';
import type { MergingCommit } from '../history/merging-commit.ts';
import type { PeopleHistory } from './read-people.ts';
import { type Contribution, joinWriters, type Writers } from './writers.ts';

/** A commit that merges a pull request, and what its message says; perhaps of the subject alone. */
export interface NamedMerge {
  commit: Pick<MergingCommit, 'hash'>;
  message: MergeMessage | null;
}

/** Who wrote pull requests and commits, by the whole history of a clone. */
export class PullWriters {
  readonly #history: PeopleHistory;
  readonly #isOther: (merge: number) => boolean;

  /** @param merging every commit that merges a pull request: those in the branch of another one count for themselves */
  constructor(history: PeopleHistory, merging: readonly Pick<MergingCommit, 'hash'>[]) {
    this.#history = history;
    const others = new Set(merging.map(({ hash }) => history.graph.numberOf(hash)));
    this.#isOther = (merge) => others.has(merge);
  }

  /**
   * Who wrote a pull request, by the commits that it consists of, oldest first. Where a clone doesn't
   * have them: the account in the message. Null when nobody is known.
   */
  ofPull(merges: readonly NamedMerge[], number: number): Writers | null {
    const joined = joinWriters(merges.flatMap((merge) => this.#contributions(merge, number)));
    if (joined !== null) return joined;
    const login = merges.map((merge) => this.#accountIn(merge, number)).find(Boolean);
    return login ? { author: this.#history.known.account(login), coAuthors: [] } : null;
  }

  /** Who wrote a single commit; null when the clone lacks it. */
  ofCommit(hash: string): Writers | null {
    const commit = this.#history.graph.numberOf(hash);
    return commit === undefined ? null : joinWriters([this.#contribution(commit)]);
  }

  #contributions({ commit: { hash }, message }: NamedMerge, number: number): Contribution[] {
    const { graph, branches } = this.#history;
    const commit = graph.numberOf(hash);
    if (commit === undefined) return [];
    const { length } = graph.parents[commit] ?? [];
    // The author of a merge only merged; so it may be where a clone cuts off the parents.
    const isMerge = length > 1 || message?.kind === 'merge' || message?.kind === 'bors';
    if (!isMerge) return [this.#contribution(commit)];
    const { author: _merger, ...trailers } = this.#contribution(commit);
    // After the first parent, a batch has one for each pull request, in the order of the message.
    const at = message?.pulls.findIndex((pull) => pull.number === number) ?? 0;
    const isBatch = (message?.pulls.length ?? 1) > 1;
    const commits = branches.broughtIn(commit, isBatch ? at + 1 : null, this.#isOther);
    const tip = graph.parents[commit]?.[at + 1];
    if (commits.some((found) => this.#isCut(found))) {
      // Where the branch began is unknown, but not where it ended.
      return tip === undefined ? [] : [this.#contribution(tip)];
    }
    const { times } = graph;
    return [
      ...commits
        .toReversed()
        .toSorted((a, b) => (times[a] ?? 0) - (times[b] ?? 0))
        .map((found) => this.#contribution(found)),
      ...(isBatch ? [] : [{ author: null, coAuthors: trailers.coAuthors }]),
    ];
  }

  #contribution(commit: number): Contribution {
    const { graph, known } = this.#history;
    const signersOf = (numbers: readonly number[]) =>
      numbers.flatMap((number) => {
        const signature = graph.signatures[number];
        return (signature && known.signerOf(signature)) ?? [];
      });
    const [author = null] = signersOf([graph.authors[commit] ?? -1]);
    return { author, coAuthors: signersOf(graph.coAuthors.get(commit) ?? []) };
  }

  #isCut(commit: number): boolean {
    const { graph, shallow } = this.#history;
    return shallow.has(graph.hashes[commit] ?? '') || (graph.parents[commit] ?? []).includes(-1);
  }

  #accountIn({ message }: NamedMerge, number: number): string | null {
    const pull = message?.pulls.find((named) => named.number === number);
    const login = pull?.author ?? message?.headOwner ?? null;
    const isOwn = login?.toLowerCase() === this.#history.owner;
    return login === null || (isOwn && !pull?.author) || !loginPattern.test(login) ? null : login;
  }
}
