import { graphql, GraphqlResponseError } from '@octokit/graphql';
import { classifyProblems, dateOf, type Headers, type Problem } from '../failures/classify.ts';
import type { Document } from './document.ts';
import { baseUrl } from './endpoint.ts';
import { Failure } from '../failures/failure.ts';
import { concealing } from '../failures/safe-text.ts';
import { exchange, isRecord, type Fetch, type Prepared } from './transport.ts';

export interface Answer {
  data: Record<string, unknown>;
  /** Those with a place in the data. */
  problems: readonly Problem[];
  /** The server's time, when it tells: milliseconds since 1970. Its limits are to be read by it. */
  date: number | null;
}

export interface Client {
  /**
   * One attempt.
   *
   * @throws {Failure} when there is no answer; the signal's reason when it was aborted
   */
  send(document: Document, signal: AbortSignal): Promise<Answer>;
}

export interface ClientOptions {
  graphqlUrl: string;
  token: string;
  fetch: Fetch;
  /** Per attempt, in milliseconds. */
  timeout: number;
}

/** What @octokit/request hands to `request.hook`, besides the options of the request. */
interface Requesting {
  endpoint: { parse(options: unknown): Prepared };
}

export function createClient({ graphqlUrl, token, fetch, timeout }: ClientOptions): Client {
  const conceal = concealing(token);
  const api = graphql.defaults({
    baseUrl: baseUrl(graphqlUrl),
    headers: { authorization: `bearer ${token}`, 'user-agent': 'devreport' },
  });

  return {
    async send({ text, variables }, signal) {
      const timer = AbortSignal.timeout(timeout);
      let headers: Headers = {};
      const hook = async ({ endpoint }: Requesting, options: unknown) => {
        const either = AbortSignal.any([signal, timer]);
        const received = await exchange(endpoint.parse(options), fetch, either, conceal);
        headers = received.headers;
        return received;
      };
      try {
        const data: unknown = await api(text, { ...variables, request: { hook } });
        return answer(data, [], headers);
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        if (timer.aborted) {
          const message = `no answer within ${timeout / 1_000} s`;
          throw new Failure('heavy', message, { timedOut: true });
        }
        if (!(error instanceof GraphqlResponseError)) throw error;
        return answer(error.data, problemsOf(error.errors, conceal), headers);
      }
    },
  };
}

/** @throws {Failure} when the problems concern the whole request, or there are no data */
function answer(data: unknown, problems: readonly Problem[], headers: Headers): Answer {
  const failure = classifyProblems(problems, isRecord(data), headers);
  if (failure) throw failure;
  if (!isRecord(data)) throw new Failure('unavailable', 'an answer without data');
  return { data, problems, date: dateOf(headers) };
}

function problemsOf(errors: unknown, conceal: (text: string) => string): Problem[] {
  if (!Array.isArray(errors)) return [{ message: 'errors that cannot be read' }];
  return errors.map((error: unknown) =>
    isRecord(error) && typeof error['message'] === 'string'
      ? { ...(error as Omit<Problem, 'message'>), message: conceal(error['message']) }
      : { message: 'an error that cannot be read' },
  );
}
