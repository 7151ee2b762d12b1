import { graphql, GraphqlResponseError } from '@octokit/graphql';
import {
  classifyProblems,
  serverTime,
  type GraphQLProblem,
  type ResponseHeaders,
} from '../failures/classify.ts';
import { Failure } from '../failures/failure.ts';
import type { GraphQLDocument } from './document.ts';
import { baseUrl } from './endpoint.ts';
import { hidingToken } from './hide-token.ts';
import { exchange, isObject, type Fetch, type HttpRequest } from './transport.ts';

export interface Answer {
  data: Record<string, unknown>;
  /** Errors that belong to a place in the data. */
  problems: readonly GraphQLProblem[];
  /** The server's time in milliseconds since 1970, by which its limits are to be read; null if unknown. */
  date: number | null;
}

export interface GraphQLClient {
  /**
   * Makes one attempt.
   *
   * @throws {Failure} without an answer
   * @throws the signal's reason when it aborts
   */
  send(document: GraphQLDocument, signal: AbortSignal): Promise<Answer>;
}

export interface ClientOptions {
  graphqlUrl: string;
  token: string;
  fetch: Fetch;
  /** Of each attempt, in milliseconds. */
  timeout: number;
}

/** What @octokit/request hands to `request.hook`, besides the options of the request. */
interface HookedRequest {
  endpoint: { parse(options: unknown): HttpRequest };
}

export function createClient({ graphqlUrl, token, fetch, timeout }: ClientOptions): GraphQLClient {
  const hideToken = hidingToken(token);
  const api = graphql.defaults({
    baseUrl: baseUrl(graphqlUrl),
    headers: { authorization: `bearer ${token}`, 'user-agent': 'devreport' },
  });

  return {
    async send({ text, variables }, signal) {
      const timer = AbortSignal.timeout(timeout);
      let headers: ResponseHeaders = {};
      const hook = async ({ endpoint }: HookedRequest, options: unknown) => {
        const either = AbortSignal.any([signal, timer]);
        const response = await exchange(endpoint.parse(options), fetch, either, hideToken);
        headers = response.headers;
        return response;
      };
      try {
        const data: unknown = await api(text, { ...variables, request: { hook } });
        return toAnswer(data, [], headers);
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        if (timer.aborted) {
          const message = `no answer within ${timeout / 1_000} s`;
          throw new Failure('heavy', message, { timedOut: true });
        }
        if (!(error instanceof GraphqlResponseError)) throw error;
        return toAnswer(error.data, problemsOf(error.errors, hideToken), headers);
      }
    },
  };
}

/** @throws {Failure} when the problems concern the whole request, or the data is missing */
function toAnswer(
  data: unknown,
  problems: readonly GraphQLProblem[],
  headers: ResponseHeaders,
): Answer {
  const failure = classifyProblems(problems, isObject(data), headers);
  if (failure) throw failure;
  if (!isObject(data)) throw new Failure('unavailable', 'the answer has no data');
  return { data, problems, date: serverTime(headers) };
}

function problemsOf(errors: unknown, hideToken: (text: string) => string): GraphQLProblem[] {
  if (!Array.isArray(errors)) return [{ message: 'unreadable errors' }];
  return errors.map((error: unknown) =>
    isObject(error) && typeof error['message'] === 'string'
      ? { ...(error as Omit<GraphQLProblem, 'message'>), message: hideToken(error['message']) }
      : { message: 'unreadable error' },
  );
}
