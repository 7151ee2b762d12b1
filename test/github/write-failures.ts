import { json, type Answer } from './answer.ts';
import { ApiError } from './errors.ts';
import { asJson } from './execute.ts';
import type { Exchange, Failure } from './failures.ts';

/**
 * The failure, whose answer is lost on its way back: what was asked for is done. (Most failures of
 * failures.ts come before; `socket`, `truncatedBody` and `emptyBody` come after anyway.)
 */
export function afterEffect(failure: Failure): Failure {
  return {
    name: `${failure.name} after the effect`,
    answer: (exchange) => {
      const answer = exchange.truth();
      return failure.answer?.({ ...exchange, truth: () => answer }) ?? answer;
    },
  };
}

/** The failure, whose request never arrives: nothing is done. */
export function beforeEffect(failure: Failure): Failure {
  const nothing: Answer = json(502, {});
  return {
    name: `${failure.name} before the effect`,
    answer: (exchange: Exchange) =>
      failure.answer?.({ ...exchange, truth: () => nothing }) ?? nothing,
  };
}

/** So many things were made lately that GitHub makes no more for a while: nothing is done. */
export function contentLimit({ retryAfter = 60 }: { retryAfter?: number | null } = {}): Failure {
  const message =
    'You have exceeded a secondary rate limit and have been temporarily blocked from content ' +
    'creation. Please retry your request again later.';
  const documentation_url =
    'https://docs.github.com/graphql/overview/rate-limits-and-node-limits-for-the-graphql-api#secondary-rate-limits';
  const headers = retryAfter === null ? {} : { 'retry-after': String(retryAfter) };
  return {
    name: 'content limit',
    answer: ({ budget, now }) =>
      json(403, { message, documentation_url }, { ...budget.headers(now), ...headers }),
  };
}

/** The same, as GraphQL sometimes says it: status 200, an error for the mutation, no time to wait. */
export function submittedTooQuickly(): Failure {
  return {
    ...refused('UNPROCESSABLE', 'was submitted too quickly'),
    name: 'submitted too quickly',
  };
}

/** For `when`: requests that ask for the mutation, or for any. */
export function mutating(name?: string) {
  return {
    matches: ({ mutations }: { mutations: readonly string[] }) =>
      name === undefined ? mutations.length > 0 : mutations.includes(name),
  };
}

/** GitHub refuses the mutations for any other reason: nothing is done. */
export function refused(type: string, message: string): Failure {
  return {
    name: `refused: ${type}`,
    answer: ({ request: { mutations } }) => refusal(mutations, type, message),
  };
}

function refusal(mutations: readonly string[], type: string, message: string): Answer {
  const error = asJson(new ApiError(type, message));
  return json(200, {
    data: Object.fromEntries(mutations.map((name) => [name, null])),
    errors: mutations.map((name) => ({ ...error, path: [name] })),
  });
}
