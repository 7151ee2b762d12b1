import type { DataSet } from './data/data-set.ts';
import type { GitCommit } from './data/git/commit.ts';
import { changed } from './data/git/content.ts';
import { mergedFiles } from './data/git/merge.ts';
import type { ChangesInput } from './data/git/input.ts';
import { contentOf, deleteBranch, openFrom, pushTo } from './data/git/push.ts';
import { entriesOf } from './data/git/seed.ts';
import type { ActorInput, PullRequestInput } from './data/input.ts';
import type { PullRequest } from './data/item.ts';
import type { Repository } from './data/repository.ts';
import { FixtureError } from './errors.ts';

export interface CommitOptions {
  message?: string;
  /** `editor`, unless given. */
  author?: ActorInput;
  /** The fixture's clock, unless given. */
  at?: string;
}

export interface MergeOptions {
  /** `editor`, unless given. */
  by?: ActorInput;
  method?: 'merge' | 'squash';
  /** Whether the branch is deleted afterwards. */
  deletes?: boolean;
}

/** People who work in the repository, on its branches and pull requests, past every rule. */
export class Editor {
  readonly #data: DataSet;
  readonly #now: () => string;

  constructor(data: DataSet, now: () => string) {
    this.#data = data;
    this.#now = now;
  }

  /** The text of a file on a branch; null: there is none. */
  read(name: string, branch: string, path: string): string | null {
    const entry = this.#repository(name).git.head(branch)?.files.get(path);
    return entry?.blob ? Buffer.from(entry.blob.bytes).toString() : null;
  }

  /** Adds a commit to a branch. */
  commit(
    name: string,
    branch: string,
    files: ChangesInput,
    options: CommitOptions = {},
  ): GitCommit {
    const repository = this.#repository(name);
    const commit = this.#made(repository, this.#head(repository, branch), files, options);
    pushTo(repository, branch, commit.oid, options.at ?? this.#now());
    return commit;
  }

  /** Makes a branch of somebody else's, from another one, with a commit on it if there are files. */
  createBranch(
    name: string,
    branch: string,
    { from, files, ...options }: CommitOptions & { from?: string; files?: ChangesInput } = {},
  ): void {
    const repository = this.#repository(name);
    if (repository.git.head(branch) !== null) throw new FixtureError(`${name} has ${branch}`);
    const head = this.#head(repository, from ?? repository.defaultBranch);
    const tip = files === undefined ? head : this.#made(repository, head, files, options);
    pushTo(repository, branch, tip.oid, options.at ?? this.#now());
  }

  /** Replaces the last commit of a branch, as an amended commit and a forced push do. */
  forcePush(name: string, branch: string, files: ChangesInput, options: CommitOptions = {}): void {
    const repository = this.#repository(name);
    const { parentOids } = this.#head(repository, branch);
    const before = repository.git.commit(parentOids[0] ?? '');
    if (before === null) throw new FixtureError(`${branch} has no commit to go back to`);
    const commit = this.#made(repository, before, files, { message: 'Amended', ...options });
    pushTo(repository, branch, commit.oid, options.at ?? this.#now());
  }

  /** Deletes a branch. What was open from it is closed. */
  deleteBranch(name: string, branch: string): void {
    const repository = this.#repository(name);
    this.#head(repository, branch);
    deleteBranch(repository, branch, this.#now());
  }

  /** Renames a branch. GitHub closes what was open from it, and sets another base for what was to go into it. */
  renameBranch(name: string, branch: string, to: string): void {
    const repository = this.#repository(name);
    const { oid } = this.#head(repository, branch);
    const into = repository
      .list('PullRequest')
      .filter((item) => (item as PullRequest).baseRefName === branch && !item.closed);
    for (const { number } of into) repository.update(number, { baseRefName: to });
    repository.git.point(to, oid);
    deleteBranch(repository, branch, this.#now());
  }

  /** Opens a pull request by hand. */
  open(name: string, headRefName: string, input: PullRequestInput = {}): PullRequest {
    const repository = this.#repository(name);
    const { baseRefName = repository.defaultBranch } = input;
    const at = this.#now();
    const item = repository.add('PullRequest', {
      ...{ author: 'editor', createdAt: at, updatedAt: at, headRefName, baseRefName },
      ...contentOf(repository, { baseRefName, headRefName }),
      ...input,
    });
    return item as PullRequest;
  }

  /** Changes a pull request (`owner/name#12`): its title, its body, its labels, whether it is a draft. */
  edit(reference: string, changes: PullRequestInput): void {
    this.#data.update(reference, { ...changes, updatedAt: this.#now() });
  }

  close(reference: string, by: ActorInput = 'editor'): void {
    this.edit(reference, { closedAt: this.#now(), closedBy: by });
  }

  reopen(reference: string): void {
    const pull = this.#data.find(reference) as PullRequest;
    this.edit(reference, { closedAt: null, ...contentOf(pull.repository, pull) });
  }

  /**
   * Merges a pull request, and deletes its branch if told to.
   *
   * @throws {FixtureError} when both sides changed a file
   */
  merge(reference: string, options: MergeOptions = {}): void {
    const { by = 'editor', method = 'merge', deletes = false } = options;
    const pull = this.#data.find(reference) as PullRequest;
    const { repository, baseRefName, headRefName, number, title } = pull;
    const at = this.#now();
    const [base, head] = [this.#head(repository, baseRefName), this.#head(repository, headRefName)];
    const squash = method === 'squash';
    const from = `Merge pull request #${number} from ${repository.ownerLogin}/${headRefName}`;
    const { oid } = repository.git.add({
      message: squash ? `${title} (#${number})` : `${from}\n\n${title}`,
      parents: squash ? [base.oid] : [base.oid, head.oid],
      files: mergedFiles(repository, base, head),
      ...{ author: by, at, byGitHub: true },
    });
    const merging = { mergedAt: at, mergedBy: by, mergeCommit: oid, mergeMethod: method };
    repository.update(number, { ...merging, updatedAt: at });
    pushTo(repository, baseRefName, oid, at);
    if (deletes) deleteBranch(repository, headRefName, at);
  }

  /** The open pull requests from a branch of the repository itself. */
  openFrom(name: string, branch: string): PullRequest[] {
    return openFrom(this.#repository(name), branch);
  }

  #made(
    repository: Repository,
    parent: GitCommit,
    changes: ChangesInput,
    { message = 'Edit', author = 'editor', at = this.#now() }: CommitOptions,
  ): GitCommit {
    const files = changed(parent.files, entriesOf(repository, changes));
    return repository.git.add({
      message,
      author,
      at,
      files,
      parents: [parent.oid],
      byGitHub: true,
    });
  }

  #repository(name: string): Repository {
    const repository = this.#data.repository(name);
    if (repository === null) throw new FixtureError(`The data set has no ${name}`);
    return repository;
  }

  #head({ git, nameWithOwner }: Repository, branch: string): GitCommit {
    const head = git.head(branch);
    if (head === null) throw new FixtureError(`${nameWithOwner} has no branch ${branch}`);
    return head;
  }
}
