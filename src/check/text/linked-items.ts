import type { ItemLink } from '../../report/links/item-links.ts';

/** The items that a report links to, and their repositories. */
export class LinkedItems {
  readonly #kinds = new Map<string, ItemLink['item']['kind']>();
  /** As they are spelt in the last link, by their names in lower case: with the owner, by the name alone. */
  readonly #all = new Map<string, string>();
  readonly #byName = new Map<string, Map<string, string>>();

  constructor(links: readonly ItemLink[]) {
    for (const { key, item } of links) {
      if (!this.#kinds.has(key)) this.#kinds.set(key, item.kind);
      const repository = item.repository.toLowerCase();
      const name = repository.split('/')[1] ?? '';
      const named = this.#byName.get(name) ?? new Map<string, string>();
      this.#byName.set(name, named.set(repository, item.repository));
      this.#all.set(repository, item.repository);
    }
  }

  /** The kind that the first link to an item (`owner/name#number`, lower case) has. */
  kindOf(key: string): ItemLink['item']['kind'] | undefined {
    return this.#kinds.get(key);
  }

  /** The repositories with a name, or all of them, by `owner/name` in lower case. */
  repositories(name: string | null): ReadonlyMap<string, string> {
    if (name === null) return this.#all;
    return this.#byName.get(name.toLowerCase()) ?? new Map<string, string>();
  }
}
