import * as v from 'valibot';
import { clockFrom, type Clock } from '../../../collect/github/request/clock.ts';
import {
  classifyProblem,
  type GraphQLProblem,
} from '../../../collect/github/request/failures/classify.ts';
import { Failure } from '../../../collect/github/request/failures/failure.ts';
import { pauseAfter } from '../../../collect/github/request/failures/retry.ts';
import { toSourceError } from '../../../collect/github/request/failures/source-errors.ts';
import { isWorthWaiting, limitPause } from '../../../collect/github/request/limits/rate-limits.ts';
import { createClient, type GraphQLClient } from '../../../collect/github/request/send/client.ts';
import type { GraphQLDocument } from '../../../collect/github/request/send/document.ts';
import type { SourceError } from '../../../errors.ts';
import { MutationError } from './mutation-error.ts';

export interface GitHubApiOptions {
  graphqlUrl: string;
  token: string;
  /** Wait for rate limits however long they last. */
  wait: boolean;
  fetch: typeof fetch;
  /** When the run began: an instant. */
  now: string;
  signal: AbortSignal;
  /** For waiting only. */
  clock?: Clock | undefined;
}

/** Attempts at a query before GitHub counts as out of reach. */
const MOST_ATTEMPTS = 5;
/** Attempts at one of which only a part has come. */
const MOST_PARTIAL = 3;
/** Limits in a row that are waited for. */
const MOST_LIMITS = 6;

/** GraphQL of one GitHub with one token: questions, which are asked again, and changes, which are not. */
export class GitHubApi {
  readonly #options: GitHubApiOptions;
  readonly #client: GraphQLClient;
  readonly #clock: Clock;
  #waited = 0;

  constructor(options: GitHubApiOptions) {
    this.#options = options;
    this.#clock = options.clock ?? clockFrom(options.now);
    // GitHub itself gives up after ten seconds.
    this.#client = createClient({ ...options, timeout: 20_000 });
  }

  /** Rejects when the run is stopped. */
  sleep(milliseconds: number): Promise<void> {
    return this.#clock.sleep(milliseconds, this.#options.signal);
  }

  /**
   * Asks a question. A part that is missing or forbidden is null in the answer.
   *
   * @param optional the fields that may be lacking for any reason
   * @throws {SourceError} when GitHub does not answer; its cause is a `Failure`
   */
  async query<T>(
    document: GraphQLDocument,
    schema: v.GenericSchema<unknown, T>,
    optional: readonly string[] = [],
  ): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const { data, problems } = await this.#send(document, MOST_ATTEMPTS);
      const serious = problems.find(
        ({ type, path }) =>
          type !== 'NOT_FOUND' && type !== 'FORBIDDEN' && !optional.includes(String(path?.at(-1))),
      );
      const read = v.safeParse(schema, data);
      if (read.success && !serious) return read.output;
      const problem = serious ?? problems[0] ?? { message: 'an unexpected answer' };
      const failure = classifyProblem(problem);
      if (!failure.isTransient || attempt === MOST_PARTIAL) throw this.#error(failure);
      await this.sleep(pauseAfter(attempt));
    }
  }

  /**
   * Makes a change, once: who doesn't know whether it happened has to look. Only a limit, which GitHub
   * checks first, is waited for.
   *
   * @param mutation the name of the mutation
   * @param selection what to read of its payload
   * @throws {MutationError} when GitHub refuses, or the answer is lost
   * @throws {SourceError} when a limit lasts too long
   */
  async mutate<T>(
    mutation: string,
    input: Record<string, unknown>,
    selection: string,
    schema: v.GenericSchema<unknown, T>,
  ): Promise<T> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const text = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} } }`;
    const { data, problems } = await this.#send({ text, variables: { input } }, 1).catch(
      (error: unknown) => {
        if (error instanceof Failure) throw new MutationError(mutation, lost(error));
        throw error;
      },
    );
    const [problem] = problems;
    if (problem) throw new MutationError(mutation, problem);
    const read = v.safeParse(schema, data?.[mutation]);
    if (read.success) return read.output;
    throw new MutationError(mutation, { message: 'an unexpected answer', type: 'LOST' });
  }

  async #send(document: GraphQLDocument, attempts: number) {
    const { signal, wait } = this.#options;
    for (let [failures, limits] = [0, 0]; ;) {
      try {
        return await this.#client.send(document, signal);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        const isLimit = error.kind === 'rate-limited' || error.kind === 'secondary-limited';
        const pause = isLimit
          ? limitPause(error, limits, this.#clock.now())
          : pauseAfter((failures += 1));
        if (isLimit) limits += 1;
        const again = isLimit
          ? limits <= MOST_LIMITS && isWorthWaiting(pause, this.#waited, wait)
          : error.isTransient && error.kind !== 'oversized' && failures < attempts;
        if (!again) throw attempts === 1 && !isLimit ? error : this.#error(error);
        if (isLimit) this.#waited += pause;
        await this.sleep(pause);
      }
    }
  }

  #error(failure: Failure): SourceError {
    const { graphqlUrl, wait } = this.#options;
    return toSourceError(failure, new URL(graphqlUrl).host, { wait });
  }
}

/** As GitHub's refusals, where it did refuse; else nobody knows what has happened. */
function lost({ kind, message }: Failure): GraphQLProblem {
  const refused = ['forbidden', 'unauthorized', 'not-found', 'refused', 'wrong-endpoint'];
  return { message, type: refused.includes(kind) ? 'FORBIDDEN' : 'LOST' };
}
