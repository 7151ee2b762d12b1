import { loginPattern } from '../../../item/login.ts';
import type { MergeMessage } from '../history/merge-message.ts';
import type { MergingCommit } from '../history/merging-commit.ts';
import type { Signer } from './known-people.ts';
import type { PeopleHistory } from './read-people.ts';
import { type CommitWriters, joinWriters, type Writers } from './writers.ts';

/** A commit that merges a pull request, and what its message says; perhaps of the subject alone. */
export interface NamedMerge {
  commit: Pick<MergingCommit, 'hash'>;
  message: MergeMessage | null;
}

/** The commits that a pull request consists of, by number. */
interface Written {
  /** In no order. */
  commits: readonly number[];
  /** The merge, whose author wrote nothing, but whose trailers count. */
  merge: number | null;
}

const NOTHING: Written = { commits: [], merge: null };

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
    const joined = joinWriters(merges.flatMap((merge) => this.#commitWriters(merge, number)));
    if (joined !== null) return joined;
    const account = merges.map((merge) => this.#accountIn(merge, number)).find(Boolean);
    return account ? { author: account, coAuthors: [] } : null;
  }

  /** Who wrote a single commit; null when the clone lacks it. */
  ofCommit(hash: string): Writers | null {
    const commit = this.#history.graph.numberOf(hash);
    return commit === undefined ? null : joinWriters([this.#writersOf(commit)]);
  }

  /** The numbers of all signatures of a pull request, with repetitions. */
  signaturesOf(merge: NamedMerge, number: number): number[] {
    const { graph } = this.#history;
    const written = this.#written(merge, number);
    const { coAuthors } = graph.columns;
    const signers = written.commits.flatMap((commit) => graph.signersOf(commit));
    return written.merge === null ? signers : [...signers, ...(coAuthors.get(written.merge) ?? [])];
  }

  #commitWriters(merge: NamedMerge, number: number): CommitWriters[] {
    const { times } = this.#history.graph.columns;
    const written = this.#written(merge, number);
    const writersOfCommits = written.commits
      // As read, children come before their parents.
      .toReversed()
      .toSorted((a, b) => (times[a] ?? 0) - (times[b] ?? 0))
      .map((commit) => this.#writersOf(commit));
    if (written.merge === null) return writersOfCommits;
    return [...writersOfCommits, { ...this.#writersOf(written.merge), author: null }];
  }

  #written({ commit: { hash }, message }: NamedMerge, number: number): Written {
    const { graph, branches, shallow } = this.#history;
    const { hashes, mergedParents } = graph.columns;
    const commit = graph.numberOf(hash);
    if (commit === undefined) return NOTHING;
    // The author of a merge only merged; so it may be where a clone cuts off the parents.
    const isMerge = graph.isMerge(commit) || message?.kind === 'merge' || message?.kind === 'bors';
    if (!isMerge) return { commits: [commit], merge: null };
    // After the first parent, a batch has one for each pull request, in the order of the message.
    const position = message?.pulls.findIndex((pull) => pull.number === number) ?? 0;
    const isBatch = (message?.pulls.length ?? 1) > 1;
    const merge = isBatch ? null : commit;
    const commits = branches.broughtIn(commit, isBatch ? position + 1 : null, this.#isOther);
    const isCut = commits.some((found) => shallow.has(hashes[found] ?? '') || graph.isCut(found));
    if (!isCut) return { commits, merge };
    // Where the branch began is unknown, but not where it ended.
    const tip = mergedParents.get(commit)?.[position];
    return { commits: tip === undefined || tip < 0 ? [] : [tip], merge };
  }

  #writersOf(commit: number): CommitWriters {
    const { graph, known } = this.#history;
    const { authors, coAuthors, signatures } = graph.columns;
    const signersOf = (numbers: readonly number[]) =>
      numbers.flatMap((number) => {
        const signature = signatures[number];
        return (signature && known.signerOf(signature)) ?? [];
      });
    const [author = null] = signersOf([authors[commit] ?? -1]);
    return { author, coAuthors: signersOf(coAuthors.get(commit) ?? []) };
  }

  /** The account that a message names; not the owner of the repository, whose branch it is. */
  #accountIn({ message }: NamedMerge, number: number): Signer | null {
    const { known, owner } = this.#history;
    const named = message?.pulls.find((pull) => pull.number === number)?.author ?? null;
    const head = message?.headOwner ?? null;
    const login = named ?? (head?.toLowerCase() === owner ? null : head);
    return login !== null && loginPattern.test(login) ? known.account(login) : null;
  }
}
