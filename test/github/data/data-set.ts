import { FixtureError } from '../errors.ts';
import type {
  ActorInput,
  DataSetInput,
  IssueInput,
  PullRequestInput,
  ReferenceInput,
  RepositoryInput,
} from './input.ts';
import type { Item } from './item.ts';
import type { TeamInput } from './named-input.ts';
import { Repository } from './repository.ts';

/** The facts a fixture GitHub knows, as they are today. Tests may change them while it runs. */
export class DataSet {
  readonly server: string;
  readonly addresses: Readonly<Record<string, string>>;
  readonly users: readonly Exclude<ActorInput, null>[];
  readonly teams: readonly TeamInput[];
  readonly repositories: Repository[] = [];
  /** Grows with every change: anything cached under another value is stale. */
  version = 0;
  readonly #names = new Map<string, Repository>();
  readonly #formerNames = new Map<string, Repository>();

  constructor(input: DataSetInput) {
    this.server = input.server ?? 'https://github.com';
    this.addresses = input.addresses ?? {};
    this.users = input.users ?? [];
    this.teams = input.teams ?? [];
    for (const repository of input.repositories) this.addRepository(repository);
  }

  addRepository(input: RepositoryInput): Repository {
    const repository = new Repository(this, input, this.repositories.length + 1);
    this.repositories.push(repository);
    this.#names.set(input.name.toLowerCase(), repository);
    for (const name of input.formerNames ?? []) {
      this.#formerNames.set(name.toLowerCase(), repository);
    }
    return repository;
  }

  /** By its name of today, or also by one it had. Names know no case. */
  repository(name: string, followRenames = false): Repository | null {
    const key = name.toLowerCase();
    const former = followRenames ? this.#formerNames.get(key) : undefined;
    return this.#names.get(key) ?? former ?? null;
  }

  /** The item that `12` (seen from a repository) or `owner/name#12` names. */
  find(reference: ReferenceInput, from?: Repository): Item {
    const [, name, number] = /^(?:(.+)#)?(\d+)$/.exec(String(reference)) ?? [];
    const repository = name === undefined ? from : this.repository(name, true);
    const item = repository?.item(Number(number));
    if (!item)
      throw new FixtureError(`The data set has no ${name ?? from?.nameWithOwner}#${number}`);
    return item;
  }

  /** Changes an item (`owner/name#12`) from now on; facts not named stay. `updatedAt` follows the facts. */
  update(reference: string, changes: IssueInput | PullRequestInput): Item {
    const item = this.find(reference);
    return item.repository.update(item.number, changes);
  }

  remove(reference: string): void {
    const item = this.find(reference);
    item.repository.remove(item.number);
  }

  /** Moves an issue to another repository, where it gets a new number and a new id. */
  transfer(reference: string, repositoryName: string): Item {
    const { input, repository, number, __typename } = this.find(reference);
    const target = this.repository(repositoryName);
    if (target === null) throw new FixtureError(`The data set has no ${repositoryName}`);
    repository.remove(number);
    const { number: _, ...facts } = input;
    return target.add(__typename, facts);
  }
}

/** A data set from few lines: everything not given has a default. */
export function dataSet(input: DataSetInput): DataSet {
  return new DataSet(input);
}
