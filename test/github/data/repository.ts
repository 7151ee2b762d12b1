import { FixtureError } from '../errors.ts';
import type { DataSet } from './data-set.ts';
import { encodeId } from './ids.ts';
import { tipOf } from './history.ts';
import type {
  IssueInput,
  PullRequestInput,
  PushedInput,
  ReleaseInput,
  RepositoryInput,
  TagInput,
} from './input.ts';
import { Issue, PullRequest, type Item } from './item.ts';
import { checkDates } from './times.ts';

export type ItemType = Item['__typename'];
type Access = NonNullable<RepositoryInput['access']>;
export type OrderField = 'createdAt' | 'updatedAt';

/** A repository with its items. Properties named as in GitHub's schema are answered as they are. */
export class Repository {
  readonly __typename = 'Repository';
  readonly data: DataSet;
  /** Its number among all repositories: part of every id. */
  readonly key: number;
  readonly server: string;
  readonly ownerLogin: string;
  readonly ownerType: 'Organization' | 'User';
  readonly name: string;
  readonly nameWithOwner: string;
  readonly isArchived: boolean;
  readonly isEmpty: boolean;
  readonly isFork: boolean;
  readonly isPrivate: boolean;
  readonly isDisabled = false;
  readonly isLocked = false;
  readonly isMirror = false;
  readonly isTemplate = false;
  readonly hasIssuesEnabled: boolean;
  readonly defaultBranch: string;
  readonly formerDefaultBranches: readonly string[];
  readonly pushes: readonly PushedInput[];
  readonly releases: readonly ReleaseInput[];
  readonly tags: readonly TagInput[];
  readonly createdAt: string;
  readonly stargazerCount = 0;
  readonly #branches: readonly string[];
  #access: Access;
  readonly #pushedAt: string | null | undefined;
  readonly #items = new Map<number, Item>();
  readonly #sorted = new Map<string, Item[]>();
  #lastNumber = 0;

  constructor(data: DataSet, input: RepositoryInput, key: number) {
    const [owner = '', name = ''] = input.name.split('/');
    if (!owner || !name) throw new FixtureError(`${input.name} is not like owner/name`);
    this.data = data;
    this.key = key;
    this.server = data.server;
    this.ownerLogin = owner;
    this.ownerType = input.ownerType ?? 'Organization';
    this.name = name;
    this.nameWithOwner = input.name;
    this.#access = input.access ?? 'granted';
    this.isArchived = input.isArchived ?? false;
    this.isEmpty = input.isEmpty ?? false;
    this.isFork = input.isFork ?? false;
    this.isPrivate = input.isPrivate ?? false;
    this.hasIssuesEnabled = input.hasIssuesEnabled ?? true;
    this.defaultBranch = input.defaultBranch ?? 'main';
    this.formerDefaultBranches = input.formerDefaultBranches ?? [];
    this.#branches = [this.defaultBranch, ...(input.branches ?? [])];
    this.pushes = input.pushes ?? [];
    this.releases = input.releases ?? [];
    this.tags = input.tags ?? [];
    this.createdAt = input.createdAt ?? '2015-01-01T00:00:00Z';
    this.#pushedAt = input.pushedAt;
    // Given numbers first, so that the free ones after them stay free.
    const numbered = (item: { number?: number }) => item.number !== undefined;
    const { pullRequests = [], issues = [] } = input;
    for (const given of [true, false]) {
      for (const item of pullRequests) {
        if (numbered(item) === given) this.add('PullRequest', item);
      }
      for (const item of issues) if (numbered(item) === given) this.add('Issue', item);
    }
  }

  /** May change while the fixture runs. */
  get access(): Access {
    return this.#access;
  }

  set access(access: Access) {
    this.#access = access;
    this.data.version++;
  }

  get id(): string {
    return encodeId('R', this.key);
  }

  get databaseId(): number {
    return 1_000 + this.key;
  }

  get resourcePath(): string {
    return `/${this.nameWithOwner}`;
  }

  get url(): string {
    return this.server + this.resourcePath;
  }

  get visibility(): 'PRIVATE' | 'PUBLIC' {
    return this.isPrivate ? 'PRIVATE' : 'PUBLIC';
  }

  /** The last merge, unless the data say. */
  get pushedAt(): string | null {
    if (this.#pushedAt !== undefined) return this.#pushedAt;
    if (this.isEmpty) return null;
    let latest = this.createdAt;
    for (const item of this.#items.values())
      if ((item.mergedAt ?? '') > latest) latest = item.mergedAt ?? '';
    return latest;
  }

  get updatedAt(): string {
    return this.pushedAt ?? this.createdAt;
  }

  get defaultBranchRef(): object | null {
    return this.isEmpty ? null : this.branch(this.defaultBranch);
  }

  /** Null: there is no such branch today. */
  branch(name: string): object | null {
    if (!this.#branches.includes(name)) return null;
    return {
      __typename: 'Ref',
      id: `REF_kwDO${this.key}_${name}`,
      name,
      prefix: 'refs/heads/',
      ...(name === this.defaultBranch && { target: tipOf(this) }),
    };
  }

  item(number: number): Item | null {
    return this.#items.get(number) ?? null;
  }

  /** All of one kind, ascending by a date and then by number. The list is shared: do not change it. */
  list(type: ItemType, field: OrderField = 'createdAt'): readonly Item[] {
    const key = `${type} ${field}`;
    let list = this.#sorted.get(key);
    if (list === undefined) {
      list = [...this.#items.values()]
        .filter((item) => item.__typename === type)
        .sort((a, b) => (a[field] < b[field] ? -1 : a[field] > b[field] ? 1 : a.number - b.number));
      this.#sorted.set(key, list);
    }
    return list;
  }

  add(type: ItemType, input: IssueInput | PullRequestInput): Item {
    const number = input.number ?? this.#lastNumber + 1;
    const where = `${this.nameWithOwner}#${number}`;
    if (this.#items.has(number)) throw new FixtureError(`${where} is there twice`);
    checkDates(input, where);
    const item = new { Issue, PullRequest }[type](this, input, number);
    this.#lastNumber = Math.max(this.#lastNumber, number);
    this.#replace(number, item);
    return item;
  }

  /** Puts the changed item in the place of the old one. */
  update(number: number, changes: IssueInput | PullRequestInput): Item {
    const old = this.#items.get(number);
    if (old === undefined) throw new FixtureError(`${this.nameWithOwner}#${number} is not there`);
    checkDates(changes, `${this.nameWithOwner}#${number}`);
    const item = new { Issue, PullRequest }[old.__typename](
      this,
      { ...old.input, ...changes },
      number,
    );
    this.#replace(number, item);
    return item;
  }

  remove(number: number): void {
    this.#items.delete(number);
    this.#changed();
  }

  #replace(number: number, item: Item): void {
    this.#items.set(number, item);
    this.#changed();
  }

  #changed(): void {
    this.#sorted.clear();
    this.data.version++;
  }
}
