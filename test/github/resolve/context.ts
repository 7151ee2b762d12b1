import type { DataSet } from '../data/data-set.ts';
import type { Page } from '../connection.ts';
import type { PagePlace } from '../failures.ts';
import type { Token } from '../tokens.ts';
import type { Mutations } from '../write/mutations.ts';
import type { Search, SearchOptions } from '../search.ts';

/** What a query's resolvers may look at, one for each request. */
export interface Context {
  data: DataSet;
  search: Search;
  searchOptions: SearchOptions;
  token: Token;
  /** The instant, like `2024-01-01T00:00:00Z`. */
  at: string;
  mutations: Mutations;
  /** The number of the request. */
  request: number;
  /** The answer to `rateLimit`. */
  rateLimit: object;
  /** The last word on every page, so that a test can bend it. */
  bend: (page: Page, place: PagePlace) => Page;
  /** Nodes answered so far. */
  nodes: number;
}

/** Answers one field of one type. The types of source and arguments are those of GitHub's schema. */
export type Resolver = (source: never, args: never, context: Context) => unknown;

export type Resolvers = Record<string, Record<string, Resolver>>;
