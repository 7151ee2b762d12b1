import { FixtureError } from '../errors.ts';
import type { IssueInput, PullRequestInput } from './input.ts';
import { Issue, PullRequest, type Item } from './item.ts';
import type { Repository } from './repository.ts';
import { checkDates } from './times.ts';

export type ItemType = Item['__typename'];
export type OrderField = 'createdAt' | 'updatedAt';

/** The issues and pull requests of a repository. */
export class Items {
  readonly #repository: Repository;
  readonly #items = new Map<number, Item>();
  readonly #sorted = new Map<string, Item[]>();
  #lastNumber = 0;

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  get latestMerge(): string {
    let latest = '';
    for (const { mergedAt } of this.#items.values())
      if ((mergedAt ?? '') > latest) latest = mergedAt ?? '';
    return latest;
  }

  get(number: number): Item | null {
    return this.#items.get(number) ?? null;
  }

  /** All of one kind, ascending by a date and then by number. The list is shared: do not change it. */
  list(type: ItemType, field: OrderField): readonly Item[] {
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
    const where = `${this.#repository.nameWithOwner}#${number}`;
    if (this.#items.has(number)) throw new FixtureError(`${where} is there twice`);
    checkDates(input, where);
    const item = new { Issue, PullRequest }[type](this.#repository, input, number);
    this.#lastNumber = Math.max(this.#lastNumber, number);
    this.#replace(number, item);
    return item;
  }

  /** Puts the changed item in the place of the old one. */
  update(number: number, changes: IssueInput | PullRequestInput): Item {
    const where = `${this.#repository.nameWithOwner}#${number}`;
    const old = this.#items.get(number);
    if (old === undefined) throw new FixtureError(`${where} is not there`);
    checkDates(changes, where);
    const input = { ...old.input, ...changes };
    const item = new { Issue, PullRequest }[old.__typename](this.#repository, input, number);
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
    this.#repository.data.version++;
  }
}
