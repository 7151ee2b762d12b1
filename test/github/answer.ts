import type { DataSet } from './data/data-set.ts';
import { toInstant } from './data/times.ts';
import type { Budget } from './budget.ts';
import { ApiError } from './errors.ts';
import { asJson, coerce, run, type Reply } from './execute.ts';
import { estimate } from './limits.ts';
import type { Context } from './resolve/context.ts';
import { mutationsOf, prepare } from './schema.ts';
import type { Search, SearchOptions } from './search.ts';
import type { Token } from './tokens.ts';
import type { Mutations } from './write/mutations.ts';

/** GitHub's own limit of requests at once. */
export const maxInFlight = 100;

/** What goes over the wire. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** Sent instead of the body: the same, compressed, for a `content-encoding` in the headers. */
  bytes?: Buffer;
  /**
   * `lost`: the socket dies before a byte; `cut`: halfway through the body; `hung`: nothing ever comes;
   * `endless`: the body is followed by zeros without an end; `drip`: a blank a second, without an end.
   */
  wire?: 'lost' | 'cut' | 'hung' | 'endless' | 'drip';
}

/** A request as the server understood it. */
export interface GraphQLRequest {
  /** Counts from 1. */
  number: number;
  /** The operation's name, or the first field it selects. */
  operation: string;
  query: string;
  variables: Record<string, unknown>;
  /** The names of the mutations in it. */
  mutations: readonly string[];
}

export interface World {
  data: DataSet;
  search: Search;
  searchOptions: SearchOptions;
  budget: Budget;
  token: Token;
  mutations: Mutations;
  /** Milliseconds. */
  now: number;
  bend: Context['bend'];
}

/** How a query went: its reply, and what it cost. */
export interface Executed {
  reply: Reply;
  /** Nodes that could have come: GitHub's `nodeCount`. */
  asked: number;
  nodes: number;
  cost: number;
}

/**
 * Does with a query what GitHub does: parse, validate, estimate, charge, execute.
 *
 * @throws {FixtureError} when the query asks for what the fixture or its data cannot answer
 */
export function executed({ query, variables, number }: GraphQLRequest, world: World): Executed {
  const refused = (errors: readonly object[]) => ({
    reply: { errors: [...errors] },
    asked: 0,
    nodes: 0,
    cost: 0,
  });
  const prepared = prepare(query);
  if (prepared.errors) return refused(prepared.errors.map(asJson));
  const values = coerce(prepared, variables);
  if ('errors' in values) return refused(values.errors);
  const missing = missingScope(query, world.token);
  if (missing !== null) return refused([asJson(missing)]);
  let asked;
  try {
    asked = estimate(prepared, values.coerced);
  } catch (error) {
    if (error instanceof ApiError) return refused([asJson(error)]);
    throw error;
  }
  const { budget, now, ...rest } = world;
  if (!budget.spend(asked.cost, now)) return refused([rateLimited]);
  const rateLimit = budget.state(now, asked.cost, asked.nodeCount);
  const context = { ...rest, rateLimit, nodes: 0, at: toInstant(now), request: number };
  const reply = run(prepared, variables, context);
  world.mutations.finish();
  return { reply, asked: asked.nodeCount, nodes: context.nodes, cost: asked.cost };
}

/** A classic token's scopes are looked at before anything is done. */
function missingScope(query: string, token: Token): ApiError | null {
  return mutationsOf(query).reduce<ApiError | null>(
    (found, name) => found ?? token.missingScope(name),
    null,
  );
}

export const rateLimited = {
  type: 'RATE_LIMITED',
  message: 'API rate limit exceeded for user ID 1.',
};

export function json(status: number, body: object, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}

export function html(status: number, title: string, headers: Record<string, string> = {}): Answer {
  const body = `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body>${title}</body></html>\n`;
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body };
}

export const badCredentials = {
  message: 'Bad credentials',
  documentation_url: 'https://docs.github.com/graphql',
  status: '401',
};

export const secondaryLimit = {
  message:
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
  documentation_url:
    'https://docs.github.com/graphql/overview/rate-limits-and-node-limits-for-the-graphql-api#secondary-rate-limits',
};
