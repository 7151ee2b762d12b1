import { actor, type Actor } from './actor.ts';
import { encodeId } from './ids.ts';
import type { ActorInput, IssueInput, PullRequestInput } from './input.ts';
import type { Repository } from './repository.ts';
import { earlier, latestOf } from './times.ts';

/**
 * What issues and pull requests share, as it is today. Properties named as in GitHub's schema are
 * answered as they are. Nothing here changes: an update of the data set puts another in its place.
 */
abstract class BaseItem {
  readonly repository: Repository;
  readonly input: IssueInput & PullRequestInput;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly bodyText: string;
  readonly author: Actor | null;
  readonly authorAssociation: string;
  readonly createdAt: string;
  readonly publishedAt: string;
  readonly updatedAt: string;
  readonly closedAt: string | null;
  readonly mergedAt: string | null;
  readonly closed: boolean;
  readonly labelNames: readonly string[] | null;
  readonly locked = false;

  constructor(repository: Repository, input: IssueInput & PullRequestInput, number: number) {
    this.repository = repository;
    this.input = input;
    this.number = number;
    this.title = input.title ?? `Item ${number}`;
    this.body = input.body ?? '';
    this.bodyText = this.body;
    this.author = this.actor(input.author, 'octocat');
    this.authorAssociation = input.authorAssociation ?? 'CONTRIBUTOR';
    this.mergedAt = input.mergedAt ?? null;
    this.closedAt = this.mergedAt ?? input.closedAt ?? null;
    this.closed = this.closedAt !== null;
    this.createdAt =
      input.createdAt ?? (this.closedAt ? earlier(this.closedAt) : repository.createdAt);
    this.publishedAt = this.createdAt;
    this.updatedAt = input.updatedAt ?? latestOf(input, this.createdAt);
    this.labelNames = input.labels === undefined ? [] : input.labels;
  }

  abstract get id(): string;
  abstract get resourcePath(): string;

  get url(): string {
    return this.repository.server + this.resourcePath;
  }

  get databaseId(): number {
    return this.repository.key * 100_000 + this.number;
  }

  /** Who closed it; its author, unless the data say. */
  get closedBy(): Actor | null {
    return this.actor(this.input.closedBy, this.author);
  }

  protected actor(input: ActorInput | undefined, fallback: Actor | string | null): Actor | null {
    return actor(input === undefined ? fallback : input, this.repository.server);
  }
}

export class Issue extends BaseItem {
  readonly __typename = 'Issue';

  get id(): string {
    return encodeId('I', this.repository.key, this.number);
  }

  get resourcePath(): string {
    return `/${this.repository.nameWithOwner}/issues/${this.number}`;
  }

  get state(): 'OPEN' | 'CLOSED' {
    return this.closed ? 'CLOSED' : 'OPEN';
  }

  /** Today's; that of the last closing, unless the data say. */
  get reason(): string | null {
    if (this.input.stateReason !== undefined) return this.input.stateReason;
    const closings = this.input.events?.filter(({ type }) => type === 'ClosedEvent') ?? [];
    const { stateReason } = closings.at(-1) ?? {};
    return this.closed ? (stateReason ?? 'COMPLETED') : null;
  }
}

export class PullRequest extends BaseItem {
  readonly __typename = 'PullRequest';

  get id(): string {
    return encodeId('PR', this.repository.key, this.number);
  }

  get resourcePath(): string {
    return `/${this.repository.nameWithOwner}/pull/${this.number}`;
  }

  get permalink(): string {
    return this.url;
  }

  get state(): 'OPEN' | 'CLOSED' | 'MERGED' {
    if (this.merged) return 'MERGED';
    return this.closed ? 'CLOSED' : 'OPEN';
  }

  get merged(): boolean {
    return this.mergedAt !== null;
  }

  get mergedBy(): Actor | null {
    return this.merged ? this.actor(this.input.mergedBy, this.author) : null;
  }

  get isDraft(): boolean {
    return this.input.isDraft ?? false;
  }

  get mergeMethod(): 'merge' | 'squash' | 'rebase' {
    return this.input.mergeMethod ?? 'merge';
  }

  get baseRef(): object | null {
    return this.repository.branch(this.baseRefName);
  }

  get baseRefOid(): string | undefined {
    return this.repository.git.head(this.baseRefName)?.oid;
  }

  get baseRefName(): string {
    return this.input.baseRefName ?? this.repository.defaultBranch;
  }

  get headRefName(): string {
    return this.input.headRefName ?? `change-${this.number}`;
  }

  /** Null: the branch is gone, or the fixture knows nothing of the fork. */
  get headRef(): object | null {
    return this.isCrossRepository ? null : this.repository.branch(this.headRefName);
  }

  get headRefOid(): string | undefined {
    return this.input.headRefOid;
  }

  /** `owner/name`; null when it was deleted. */
  get headRepositoryName(): string | null {
    const { headRepository } = this.input;
    return headRepository === undefined ? this.repository.nameWithOwner : headRepository;
  }

  get isCrossRepository(): boolean {
    return this.headRepositoryName !== this.repository.nameWithOwner;
  }

  get baseRepository(): Repository {
    return this.repository;
  }

  get changedFiles(): number {
    const { changedFiles, files } = this.input;
    if (changedFiles !== undefined) return changedFiles;
    if (typeof files === 'number') return files;
    return files === undefined ? 1 : (files?.length ?? 0);
  }
}

export type Item = Issue | PullRequest;
