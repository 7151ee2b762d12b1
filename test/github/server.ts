import type { IncomingMessage, ServerResponse } from 'node:http';
import { text as body } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  badCredentials,
  executed,
  json,
  maxInFlight,
  secondaryLimit,
  type Answer,
  type GraphQLRequest,
} from './answer.ts';
import { Budget } from './budget.ts';
import { DataSet } from './data/data-set.ts';
import type { Failure } from './failures.ts';
import { Editor } from './editor.ts';
import { Loopback } from './loopback.ts';
import { Log, type LogEntry } from './log.ts';
import type { GitHubOptions } from './options.ts';
import { schedule, type When } from './schedule.ts';
import { Search } from './search.ts';
import { Token } from './tokens.ts';
import { readBody, send, tokenOf } from './wire.ts';
import { Mutations, type Mutation } from './write/mutations.ts';

export type { GitHubOptions } from './options.ts';

/** A GitHub on loopback. See README.md beside it. */
export class GitHub extends Loopback {
  readonly data: DataSet;
  readonly token: string;
  readonly log = new Log();
  readonly budget: Budget;
  /** What the fixture could not answer truthfully, and what went wrong in it; `close` throws the first. */
  readonly errors: Error[] = [];
  /** What people do meanwhile. */
  readonly editor: Editor;
  now: string;
  indexLag: number;
  latency: { base: number; perNode: number };
  searchOutOfReach: 'silence' | 'error';
  readonly #searchSeed: number;
  readonly #search: Search;
  readonly #armed = new Set<{ failure: Failure; due: (request: GraphQLRequest) => boolean }>();
  readonly #hooks: ((request: GraphQLRequest) => void)[] = [];
  readonly #tokens: ReadonlyMap<string, Token>;
  readonly #mutations = new Mutations();

  constructor(options: GitHubOptions) {
    super();
    this.data = options.data instanceof DataSet ? options.data : new DataSet(options.data);
    this.token = options.token ?? 'fixture-token-0123456789';
    const tokens = { [this.token]: options.as ?? { kind: 'personal' }, ...options.tokens };
    this.#tokens = new Map(Object.entries(tokens).map(([text, input]) => [text, new Token(input)]));
    this.now = options.now ?? '2024-01-01T00:00:00Z';
    this.editor = new Editor(this.data, () => this.now);
    this.budget = new Budget(options.budget ?? 5_000);
    this.indexLag = options.indexLag ?? 0;
    this.latency = options.latency ?? { base: 0, perNode: 0 };
    this.searchOutOfReach = options.searchOutOfReach ?? 'silence';
    this.#searchSeed = options.searchSeed ?? 1;
    this.#search = new Search(this.data);
  }

  /** Arms a failure; the function returned disarms it. */
  fail(failure: Failure, when: When = {}): () => void {
    const armed = { failure, due: schedule(when) };
    this.#armed.add(armed);
    return () => void this.#armed.delete(armed);
  }

  /** Runs before a request is answered: the place to change the data while a client reads them. */
  before(hook: (request: GraphQLRequest) => void): void {
    this.#hooks.push(hook);
  }

  /** Every mutation that was asked for, whatever came of it. */
  get mutations(): readonly Mutation[] {
    return this.#mutations.list;
  }

  /** Runs between a client's reading and its writing; the function returned stops that. */
  beforeMutation(name: string, hook: (mutation: Mutation) => void): () => void {
    return this.#mutations.on('before', name, hook);
  }

  /** Runs when the mutation was done and its answer made, before that is sent. */
  afterMutation(name: string, hook: (mutation: Mutation) => void): () => void {
    return this.#mutations.on('after', name, hook);
  }

  /** @throws when a query could not be answered truthfully, lest a retry hide it */
  override async close(): Promise<void> {
    await super.close();
    if (this.errors[0]) throw this.errors[0];
  }

  protected override async serve(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const arrived = performance.now();
    const text = tokenOf(request);
    const token = this.#tokens.get(text ?? '');
    const entry = this.log.begin(request.url ?? '', {
      token: text === null ? 'none' : token === undefined ? 'wrong' : 'right',
      login: token?.login ?? null,
    });
    response.once('close', () => this.log.end());
    let answer: Answer;
    try {
      answer = this.#answer(entry, token, request.method, await body(request));
    } catch (error) {
      // The client left, or something is wrong with the fixture or a test's hook.
      if (request.destroyed && !request.complete) return;
      answer = this.#confess(entry, error);
    }
    const { base, perNode } = this.latency;
    const rest = base + perNode * entry.nodes - (performance.now() - arrived);
    if (rest > 0) await sleep(rest);
    if (answer.wire !== 'hung' && answer.wire !== 'lost') entry.status = answer.status;
    send(response, answer);
  }

  #confess(entry: LogEntry, error: unknown): Answer {
    const known = error instanceof Error ? error : new Error(String(error));
    this.errors.push(known);
    entry.outcome = 'fixture-error';
    return json(500, { message: `FIXTURE: ${known.message}` });
  }

  #answer(
    entry: LogEntry,
    token: Token | undefined,
    method: string | undefined,
    body: string,
  ): Answer {
    if (!/^(?:\/api)?\/graphql$/.test(entry.path) || method !== 'POST') {
      entry.outcome = 'not-found';
      return json(404, { message: 'Not Found', status: '404' });
    }
    const given = readBody(body);
    if (given === null) {
      entry.outcome = 'bad-request';
      return json(400, { message: 'Problems parsing JSON', status: '400' });
    }
    Object.assign(entry, given);
    for (const hook of this.#hooks) hook(entry);
    const hits = [...this.#armed].filter(({ due }) => due(entry)).map(({ failure }) => failure);
    let known: Answer | undefined;
    const truth = () => (known ??= this.#truth(entry, token, hits));
    const [failure] = hits.filter(({ answer }) => answer !== undefined);
    if (failure?.answer === undefined) return truth();
    const now = Date.parse(this.now);
    const answer = failure.answer({ request: entry, truth, now, budget: this.budget });
    entry.outcome = failure.name;
    return answer;
  }

  #truth(entry: LogEntry, token: Token | undefined, hits: readonly Failure[]): Answer {
    const now = Date.parse(this.now);
    const headers = { ...this.budget.headers(now), date: new Date(now).toUTCString() };
    if (token === undefined) {
      entry.outcome = 'unauthorized';
      return json(401, badCredentials, headers);
    }
    if (this.log.inFlight > maxInFlight) {
      entry.outcome = 'secondary-limit';
      return json(403, secondaryLimit, { ...headers, 'retry-after': '60' });
    }
    const bends = hits.flatMap(({ bend }) => bend ?? []);
    const { reply, asked, nodes, cost } = executed(entry, {
      data: this.data,
      search: this.#search,
      searchOptions: {
        indexLag: this.indexLag * 1000,
        now,
        seed: this.#searchSeed,
        outOfReach: this.searchOutOfReach,
      },
      budget: this.budget,
      token,
      mutations: this.#mutations,
      now,
      bend: (page, place) => bends.reduce((bent, bend) => bend(bent, place), page),
    });
    const [error] = reply.errors ?? [];
    const type = error && 'type' in error ? String(error.type) : error && 'invalid';
    const bent = hits.find(({ bend }) => bend !== undefined)?.name;
    Object.assign(entry, { asked, nodes, cost, outcome: bent ?? type ?? 'ok' });
    return json(200, reply, { ...headers, ...this.budget.headers(now) });
  }
}

/** Starts a GitHub on a free port of loopback. */
export async function startGitHub(options: GitHubOptions): Promise<GitHub> {
  const github = new GitHub(options);
  await github.listen();
  return github;
}
