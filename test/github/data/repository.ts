import { FixtureError } from '../errors.ts';
import { branchOf, type Branch } from './branch.ts';
import type { CheckRun } from './check-run.ts';
import type { DataSet } from './data-set.ts';
import { Git } from './git/git.ts';
import { seedBranches } from './git/seed.ts';
import type { RulesetInput, ProtectionInput } from './git/input.ts';
import { encodeId } from './ids.ts';
import type {
  IssueInput,
  PullRequestInput,
  PushedInput,
  ReleaseInput,
  RepositoryInput,
  TagInput,
} from './input.ts';
import type { Item } from './item.ts';
import { Items, type ItemType, type OrderField } from './items.ts';
import type { LabelInput, MilestoneInput } from './named-input.ts';

export type { ItemType, OrderField } from './items.ts';
type Access = NonNullable<RepositoryInput['access']>;

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
  readonly git = new Git(this);
  /** Names of branches that there are, where the data do not say what is in them. */
  readonly branchNames: readonly string[];
  /** By the names of branches. */
  readonly protections: ReadonlyMap<string, ProtectionInput>;
  readonly rulesets: readonly RulesetInput[];
  /** By their names in lower case: those that are declared. */
  readonly labels: Map<string, LabelInput>;
  readonly milestones: readonly (string | MilestoneInput)[];
  readonly collaborators: RepositoryInput['collaborators'];
  readonly actionsMayCreatePullRequests: boolean;
  readonly hasDrafts: boolean;
  /** In the order they were created. */
  readonly checkRuns: CheckRun[] = [];
  #access: Access;
  readonly #pushedAt: string | null | undefined;
  readonly #items = new Items(this);

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
    this.hasDrafts = input.hasDrafts ?? true;
    this.#access = input.access ?? 'granted';
    this.isArchived = input.isArchived ?? false;
    this.isEmpty = input.isEmpty ?? false;
    this.isFork = input.isFork ?? false;
    this.isPrivate = input.isPrivate ?? false;
    this.hasIssuesEnabled = input.hasIssuesEnabled ?? true;
    this.defaultBranch = input.defaultBranch ?? 'main';
    this.formerDefaultBranches = input.formerDefaultBranches ?? [];
    const { branches = [] } = input;
    const named = Array.isArray(branches);
    this.branchNames = named ? [this.defaultBranch, ...branches] : [];
    this.protections = new Map(
      Object.entries(named ? {} : branches).flatMap(([branch, { protection }]) =>
        protection === undefined ? [] : [[branch, protection]],
      ),
    );
    this.rulesets = input.rulesets ?? [];
    const labels = (input.labels ?? []).map((one) =>
      typeof one === 'string' ? { name: one } : one,
    );
    this.labels = new Map(labels.map((label) => [label.name.toLowerCase(), label]));
    this.milestones = input.milestones ?? [];
    this.collaborators = input.collaborators;
    this.actionsMayCreatePullRequests = input.actionsMayCreatePullRequests ?? true;
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
    if (!named) seedBranches(this, branches);
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

  /** The last merge or push, unless the data say. */
  get pushedAt(): string | null {
    const { pushedAt } = this.git;
    if (this.#pushedAt !== undefined) return pushedAt ?? this.#pushedAt;
    if (this.isEmpty) return pushedAt;
    const dates = [this.createdAt, this.#items.latestMerge, pushedAt ?? ''];
    return dates.reduce((a, b) => (b > a ? b : a));
  }

  get updatedAt(): string {
    return this.pushedAt ?? this.createdAt;
  }

  get defaultBranchRef(): Branch | null {
    return this.isEmpty ? null : this.branch(this.defaultBranch);
  }

  /** Null: there is no such branch today. */
  branch(name: string): Branch | null {
    return branchOf(this, name);
  }

  item(number: number): Item | null {
    return this.#items.get(number);
  }

  /** All of one kind, ascending by a date and then by number. The list is shared: do not change it. */
  list(type: ItemType, field: OrderField = 'createdAt'): readonly Item[] {
    return this.#items.list(type, field);
  }

  add(type: ItemType, input: IssueInput | PullRequestInput): Item {
    return this.#items.add(type, input);
  }

  /** Puts the changed item in the place of the old one. */
  update(number: number, changes: IssueInput | PullRequestInput): Item {
    return this.#items.update(number, changes);
  }

  remove(number: number): void {
    this.#items.remove(number);
  }
}
