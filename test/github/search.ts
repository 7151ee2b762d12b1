import { pageOf, type Page, type PageArguments } from './connection.ts';
import type { DataSet } from './data/data-set.ts';
import type { Item } from './data/item.ts';
import { ApiError } from './errors.ts';
import { hash } from './random.ts';
import { readSearchQuery, type SearchQuery } from './search-query.ts';

/** A search never shows more results, without an error. */
export const searchCap = 1_000;

const searchRefused =
  'The listed users and repositories cannot be searched either because the resources do not ' +
  'exist or you do not have permission to view them.';

export interface SearchOptions {
  /** Items updated within so many milliseconds before `now` are not in the index yet. */
  indexLag: number;
  now: number;
  /** Of the order that a search without a sort has. */
  seed: number;
  /** What happens to a search that names a repository out of reach. */
  outOfReach?: 'silence' | 'error' | undefined;
}

/** The search of one data set. Results are kept until the data change, so that pages cost little. */
export class Search {
  readonly #data: DataSet;
  readonly #queries = new Map<string, SearchQuery>();
  #results = new Map<string, readonly Item[]>();
  #version = -1;

  constructor(data: DataSet) {
    this.#data = data;
  }

  /**
   * @throws {FixtureError} when the query says what the fixture does not know
   * @throws {ApiError} when a cursor is not one of this search, or a repository is out of reach
   */
  page(text: string, page: PageArguments, options: SearchOptions): Page {
    let query = this.#queries.get(text);
    if (query === undefined) this.#queries.set(text, (query = readSearchQuery(text)));
    if (options.outOfReach === 'error') this.#requireReach(query);
    const found = this.#find(text, query, options);
    const list = query.sort === null ? bestMatch(found, page, options.seed) : found;
    const name = `search ${hash(text)}`;
    const result = pageOf(list, page, { name, reachable: searchCap });
    const none = {
      codeCount: 0,
      discussionCount: 0,
      repositoryCount: 0,
      userCount: 0,
      wikiCount: 0,
    };
    return result.with({ counts: { ...none, issueCount: found.length } });
  }

  #requireReach({ repositories }: SearchQuery): void {
    for (const name of repositories) {
      if (this.#data.repository(name, false)?.access === 'granted') continue;
      throw new ApiError('UNPROCESSABLE', searchRefused);
    }
  }

  #find(text: string, query: SearchQuery, { indexLag, now }: SearchOptions): readonly Item[] {
    if (this.#version !== this.#data.version) {
      this.#results = new Map();
      this.#version = this.#data.version;
    }
    const key = `${indexLag && now - indexLag} ${text}`;
    let result = this.#results.get(key);
    if (result === undefined) {
      const indexed = (item: Item) =>
        indexLag === 0 || Date.parse(item.updatedAt) <= now - indexLag;
      result = this.#match(query).filter(indexed);
      this.#results.set(key, result);
    }
    return result;
  }

  #match({ type, repositories, owners, tests, sort }: SearchQuery): Item[] {
    const names = new Set(repositories.map((name) => name.toLowerCase()));
    const logins = new Set(owners.map((login) => login.toLowerCase()));
    const found: Item[] = [];
    for (const repository of this.#data.repositories) {
      // Repositories out of reach, and former names, are dropped without an error.
      if (repository.access !== 'granted') continue;
      if (type === 'Issue' && !repository.hasIssuesEnabled) continue;
      const named = names.size + logins.size === 0;
      if (
        !named &&
        !names.has(repository.nameWithOwner.toLowerCase()) &&
        !logins.has(repository.ownerLogin.toLowerCase())
      ) {
        continue;
      }
      for (const item of repository.list(type)) {
        if (tests.every((test) => test(item))) found.push(item);
      }
    }
    if (sort === null) return found;
    const { field, descending } = sort;
    const sign = descending ? -1 : 1;
    return found.sort((a, b) => (a[field] < b[field] ? -sign : a[field] > b[field] ? sign : 0));
  }
}

/** Another order for every page, so that pages overlap and drop items, as GitHub's do. */
function bestMatch(items: readonly Item[], page: PageArguments, seed: number): readonly Item[] {
  const salt = `${seed} ${page.after ?? page.before ?? ''}`;
  return items
    .map((item) => ({ item, rank: hash(`${salt} ${item.id}`) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
