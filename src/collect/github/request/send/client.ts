import { graphql } from '@octokit/graphql';
import * as v from 'valibot';
import {
  classifyProblems,
  problemSchema,
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
  /** Null when an error in one place left nothing of it. */
  data: Record<string, unknown> | null;
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
      let errors: unknown;
      const hook = async ({ endpoint }: HookedRequest, options: unknown) => {
        const either = AbortSignal.any([signal, timer]);
        const request = endpoint.parse(options);
        const { body, ...response } = await exchange(request, fetch, either, hideToken);
        headers = response.headers;
        errors = body['errors'];
        // @octokit/graphql believes in the form of any errors that it sees.
        return { ...response, data: { data: body['data'] } };
      };
      try {
        const data: unknown = await api(text, { ...variables, request: { hook } });
        return toAnswer(data, problemsOf(errors, hideToken), headers);
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        if (timer.aborted) {
          const message = `no answer within ${timeout / 1_000} s`;
          throw new Failure('heavy', message, { timedOut: true });
        }
        throw error;
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
  const failure = classifyProblems(problems, headers);
  if (failure) throw failure;
  const isNothing = (data ?? null) === null && problems.length > 0;
  if (!isObject(data) && !isNothing) throw new Failure('unavailable', 'the answer has no data');
  return { data: isObject(data) ? data : null, problems, date: serverTime(headers) };
}

/** A request has at most 100 fields, or items, each of which may be missing. */
const mostProblems = 1_000;

function problemsOf(errors: unknown, hideToken: (text: string) => string): GraphQLProblem[] {
  if (errors === undefined || errors === null) return [];
  if (!Array.isArray(errors)) return [{ message: 'unreadable errors' }];
  if (errors.length > mostProblems) return [{ message: `${errors.length} errors` }];
  return errors.map((error: unknown) => {
    const read = v.safeParse(problemSchema, error);
    if (!read.success) return { message: 'unreadable error' };
    return { ...read.output, message: hideToken(read.output.message) };
  });
}
