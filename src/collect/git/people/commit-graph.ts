import { type MergeMessage, readMergeMessage } from '../history/merge-message.ts';
import type { Signature } from '../history/signature.ts';

/** A commit as git prints it. */
export interface CommitRecord {
  hash: string;
  parents: readonly string[];
  /** The committer date, in seconds since 1970; 0 when git cannot read it. */
  time: number;
  author: Signature;
  coAuthors: readonly Signature[];
  /** Of a merge: its subject, and what else of its message names pull requests. */
  message: string;
}

/** A parent that is not in the graph: beyond the end of a shallow clone. */
export const ABSENT = -1;
/** The first parent of a commit that has none. */
export const NO_PARENT = -2;

/** Signatures longer than this are cut: nobody has such a name, and a history has many of them. */
const LONGEST_NAME = 1_000;

/** The facts of a graph: lists with an item for each commit, and those that few commits have, by commit. */
export interface GraphColumns {
  hashes: string[];
  firstParents: number[];
  times: number[];
  /** Numbers of signatures. */
  authors: number[];
  /** The other parents of merges. */
  mergedParents: Map<number, number[]>;
  /** Of merges. */
  messages: Map<number, string>;
  /** Numbers of signatures. */
  coAuthors: Map<number, number[]>;
  signatures: Signature[];
}

/**
 * The commits of a history, who wrote them and how they follow from each other. Commits and signatures
 * are numbers, in the order they were added; each fact is a list, because a history is long.
 */
export class CommitGraph {
  readonly columns: Readonly<GraphColumns>;
  readonly #numbers: Map<string, number>;
  readonly #signatureNumbers: Map<string, number>;
  readonly #messages = new Map<number, MergeMessage | null>();

  constructor(columns: GraphColumns = emptyColumns()) {
    this.columns = columns;
    this.#numbers = new Map(columns.hashes.map((hash, number) => [hash, number]));
    this.#signatureNumbers = new Map(columns.signatures.map((one, number) => [keyOf(one), number]));
  }

  /** The number of a commit, if the graph has it. */
  numberOf(hash: string): number | undefined {
    return this.#numbers.get(hash);
  }

  isMerge(commit: number): boolean {
    return this.columns.mergedParents.has(commit);
  }

  /** Whether the graph lacks a parent of a commit. */
  isCut(commit: number): boolean {
    const { firstParents, mergedParents } = this.columns;
    return firstParents[commit] === ABSENT || (mergedParents.get(commit) ?? []).includes(ABSENT);
  }

  /** The numbers of a commit's parents, the first one first; -1 for one that is not in the graph. */
  parentsOf(commit: number): number[] {
    const { firstParents, mergedParents } = this.columns;
    const first = firstParents[commit] ?? NO_PARENT;
    return first === NO_PARENT ? [] : [first, ...(mergedParents.get(commit) ?? [])];
  }

  /** The subject of a merge; empty for any other commit. */
  subjectOf(commit: number): string {
    return this.columns.messages.get(commit)?.split('\n', 1)[0] ?? '';
  }

  /** How a merge names pull requests; null when it names none. */
  mergeMessage(merge: number): MergeMessage | null {
    const known = this.#messages.get(merge);
    if (known !== undefined) return known;
    const message = readMergeMessage(this.columns.messages.get(merge) ?? '');
    this.#messages.set(merge, message);
    return message;
  }

  /** The numbers of the signatures of a commit: its author, then those in its trailers. */
  signersOf(commit: number): number[] {
    const { authors, coAuthors } = this.columns;
    return [authors[commit] ?? -1, ...(coAuthors.get(commit) ?? [])];
  }

  /** Adds commits that name their parents by hash, in any order, and leaves out those it has. */
  add(records: readonly CommitRecord[]): void {
    const fresh = records.filter(({ hash }) => !this.#numbers.has(hash));
    for (const { hash } of fresh) this.#numbers.set(hash, this.#numbers.size);
    const { columns } = this;
    for (const { hash, parents, time, author, coAuthors, message } of fresh) {
      const number = columns.hashes.push(hash) - 1;
      const [first = NO_PARENT, ...merged] = parents.map((one) => this.numberOf(one) ?? ABSENT);
      columns.firstParents.push(first);
      columns.times.push(time);
      columns.authors.push(this.#signature(author));
      if (merged.length > 0) {
        columns.mergedParents.set(number, merged);
        columns.messages.set(number, message);
      }
      const others = coAuthors.map((signature) => this.#signature(signature));
      if (others.length > 0) columns.coAuthors.set(number, others);
    }
  }

  #signature({ name, email }: Signature): number {
    const signature = { name: name.slice(0, LONGEST_NAME), email: email.slice(0, LONGEST_NAME) };
    const known = this.#signatureNumbers.get(keyOf(signature));
    if (known !== undefined) return known;
    this.#signatureNumbers.set(keyOf(signature), this.columns.signatures.length);
    return this.columns.signatures.push(signature) - 1;
  }
}

function emptyColumns(): GraphColumns {
  return {
    ...{ hashes: [], firstParents: [], times: [], authors: [], signatures: [] },
    ...{ mergedParents: new Map(), messages: new Map(), coAuthors: new Map() },
  };
}

function keyOf({ name, email }: Signature): string {
  return `${name}\n${email}`;
}
