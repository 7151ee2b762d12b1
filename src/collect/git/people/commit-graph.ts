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
const ABSENT = -1;

/** Signatures longer than this are cut: nobody has such a name, and a history has many of them. */
const LONGEST_NAME = 1_000;

/**
 * The commits of a history, who wrote them and how they follow from each other. Commits and signatures
 * are numbers, in the order they were added; each fact is a column, because a history has many.
 */
export class CommitGraph {
  readonly hashes: string[] = [];
  /** The numbers of each commit's parents; -1 for one that is not in the graph. */
  readonly parents: number[][] = [];
  readonly times: number[] = [];
  readonly authors: number[] = [];
  /** By commit, without those that name no co-author. */
  readonly coAuthors = new Map<number, number[]>();
  /** Of merges. */
  readonly messages = new Map<number, string>();
  readonly signatures: Signature[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #signatureNumbers = new Map<string, number>();

  /** The number of a commit, if the graph has it. */
  numberOf(hash: string): number | undefined {
    return this.#numbers.get(hash);
  }

  /** The subject of a merge; empty for any other commit. */
  subjectOf(commit: number): string {
    return this.messages.get(commit)?.split('\n', 1)[0] ?? '';
  }

  /** Adds commits that name their parents by hash, in any order, and leaves out those it has. */
  add(records: readonly CommitRecord[]): void {
    const fresh = records.filter(({ hash }) => !this.#numbers.has(hash));
    for (const { hash } of fresh) this.#numbers.set(hash, this.#numbers.size);
    for (const { author, coAuthors, parents, ...commit } of fresh) {
      this.#push({
        ...commit,
        parents: parents.map((hash) => this.#numbers.get(hash) ?? ABSENT),
        author: this.addSignature(author),
        coAuthors: coAuthors.map((signature) => this.addSignature(signature)),
      });
    }
  }

  /** Adds the next commit of a graph that was saved. */
  addSaved(commit: NumberedCommit): void {
    this.#numbers.set(commit.hash, this.hashes.length);
    this.#push(commit);
  }

  addSignature({ name, email }: Signature): number {
    const signature = { name: name.slice(0, LONGEST_NAME), email: email.slice(0, LONGEST_NAME) };
    const key = `${signature.name}\n${signature.email}`;
    const known = this.#signatureNumbers.get(key);
    if (known !== undefined) return known;
    this.#signatureNumbers.set(key, this.signatures.length);
    return this.signatures.push(signature) - 1;
  }

  #push({ hash, parents, time, author, coAuthors, message }: NumberedCommit): void {
    const number = this.hashes.push(hash) - 1;
    this.parents.push(parents);
    this.times.push(time);
    this.authors.push(author);
    if (coAuthors.length > 0) this.coAuthors.set(number, coAuthors);
    if (parents.length > 1) this.messages.set(number, message);
  }
}

/** A commit that names its parents and its people by their numbers. */
export interface NumberedCommit {
  hash: string;
  parents: number[];
  time: number;
  author: number;
  coAuthors: number[];
  message: string;
}
