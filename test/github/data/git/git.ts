import { FixtureError } from '../../errors.ts';
import type { Repository } from '../repository.ts';
import { gitCommitOf, type GitCommit, type NewCommit } from './commit.ts';
import type { Blob } from './objects.ts';
import type { Tree } from './tree.ts';

/** The commits, trees and branches of one repository. Nothing is ever lost: a commit stays when its branch goes. */
export class Git {
  /** When something was pushed last; null: never while the fixture ran. */
  pushedAt: string | null = null;
  readonly #repository: Repository;
  readonly #commits = new Map<string, GitCommit>();
  readonly #heads = new Map<string, string>();

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  /** Whether the data say what the repository has in its branches. */
  get hasContent(): boolean {
    return this.#commits.size > 0;
  }

  get branches(): string[] {
    return [...this.#heads.keys()].sort();
  }

  /** The newest commit of a branch, or null when there is no such branch. */
  head(branch: string): GitCommit | null {
    return this.commit(this.#heads.get(branch) ?? '');
  }

  commit(oid: string): GitCommit | null {
    return this.#commits.get(oid) ?? null;
  }

  add(made: NewCommit): GitCommit {
    const commit = gitCommitOf(this.#repository, made);
    this.#commits.set(commit.oid, commit);
    return commit;
  }

  /** Sets a branch to a commit, or deletes it. Pull requests do not follow: see push.ts. */
  point(branch: string, oid: string | null): void {
    if (oid === null) this.#heads.delete(branch);
    else if (this.#commits.has(oid)) this.#heads.set(branch, oid);
    else throw new FixtureError(`${this.#repository.nameWithOwner} has no commit ${oid}`);
    this.#repository.data.version++;
  }

  /** Any object, by its hash or the first seven letters of it, or more. */
  object(oid: string): GitCommit | Tree | Blob | null {
    if (oid.length < 7) return null;
    for (const commit of this.#commits.values()) {
      const found = commit.oid.startsWith(oid) ? commit : inTree(commit.tree, oid);
      if (found !== null) return found;
    }
    return null;
  }
}

function inTree(tree: Tree, oid: string): Tree | Blob | null {
  if (tree.oid.startsWith(oid)) return tree;
  for (const { object } of tree.entries) {
    if (object?.__typename === 'Tree') {
      const found = inTree(object, oid);
      if (found !== null) return found;
    } else if (object?.oid.startsWith(oid)) return object;
  }
  return null;
}
