import {
  badCredentials,
  html,
  json,
  rateLimited,
  secondaryLimit as tooFast,
  type Answer,
  type GraphQLRequest,
} from './answer.ts';
import type { Budget } from './budget.ts';
import type { Page, PageArguments } from './connection.ts';
import type { Reply } from './execute.ts';

/** What a failure may use to make its answer. */
export interface Exchange {
  /** `asked` is known once the truth is: how many nodes the answer could have had. */
  request: GraphQLRequest & { asked: number };
  /** What the answer would have been. */
  truth: () => Answer;
  /** Milliseconds. */
  now: number;
  budget: Budget;
}

/** Which connection a page belongs to (`Query.search`, `PullRequest.files`), and what was asked of it. */
export interface PagePlace {
  connection: string;
  args: PageArguments;
}

/** One way to go wrong: another answer in place of the true one, or pages that are not as they should be. */
export interface Failure {
  name: string;
  answer?: (exchange: Exchange) => Answer;
  bend?: (page: Page, place: PagePlace) => Page;
}

const somethingWentWrongError = {
  message:
    'Something went wrong while executing your query. This may be the result of a timeout, or it ' +
    'could be a GitHub bug. Please include `0000:0000:0000000:0000000:00000000` when reporting this issue.',
};

/** 502, 503, 504 and the like: GitHub's JSON, or the page of a proxy on the way. */
export function serverError(status = 502, format: 'json' | 'html' = 'json'): Failure {
  const body = { data: null, errors: [somethingWentWrongError] };
  const answer = () => (format === 'html' ? html(status, 'Unicorn!') : json(status, body));
  return { name: `${status} ${format}`, answer };
}

/** Status 200, and nothing but an error without a type. */
export function somethingWentWrong(): Failure {
  const answer = () => json(200, { data: null, errors: [somethingWentWrongError] });
  return { name: 'something went wrong', answer };
}

/** The query was too heavy for GitHub's own machines. Meant to be armed for big pages: `matches`. */
export function resourceLimits(): Failure {
  const message = 'Resource limits for this query exceeded.';
  const body = { data: null, errors: [{ type: 'RESOURCE_LIMITS_EXCEEDED', message }] };
  return { name: 'resource limits', answer: () => json(200, body) };
}

/** Half the JSON, as a complete answer. */
export function truncatedBody(): Failure {
  const half = (answer: Answer) => ({
    ...answer,
    body: answer.body.slice(0, answer.body.length / 2),
  });
  return { name: 'truncated body', answer: ({ truth }) => half(truth()) };
}

export function emptyBody(): Failure {
  return { name: 'empty body', answer: ({ truth }) => ({ ...truth(), body: '' }) };
}

/** A proxy's page, with status 200. */
export function htmlBody(): Failure {
  return { name: 'html body', answer: () => html(200, 'Please sign in') };
}

/** `lost`: the socket dies before a byte; `cut`: halfway through the body; `hung`: nothing ever comes. */
export function socket(wire: 'lost' | 'cut' | 'hung'): Failure {
  return { name: `socket ${wire}`, answer: ({ truth }) => ({ ...truth(), wire }) };
}

/** The hour's points are used up: status 200. GitHub has been seen with either type. */
export function primaryLimit(
  options: { resetIn?: number; type?: 'RATE_LIMITED' | 'RATE_LIMIT' } = {},
): Failure {
  const { resetIn = 3_600, type = 'RATE_LIMITED' } = options;
  return {
    name: 'primary limit',
    answer: ({ budget, now }) =>
      json(
        200,
        { errors: [{ ...rateLimited, type }] },
        {
          ...budget.headers(now),
          'x-ratelimit-remaining': '0',
          'x-ratelimit-used': String(budget.limit),
          'x-ratelimit-reset': String(Math.floor(now / 1000) + resetIn),
        },
      ),
  };
}

/** Too fast. `retryAfter` in seconds, as text for what is no number, or null for none. */
export function secondaryLimit(
  options: { status?: 200 | 403 | 429; retryAfter?: number | string | null } = {},
): Failure {
  const { status = 403, retryAfter = 1 } = options;
  const headers = retryAfter === null ? {} : { 'retry-after': String(retryAfter) };
  const body = status === 200 ? { errors: [{ ...tooFast, type: 'RATE_LIMITED' }] } : tooFast;
  return {
    name: `secondary limit ${status}`,
    answer: ({ budget, now }) => json(status, body, { ...budget.headers(now), ...headers }),
  };
}

/** The token was revoked while we worked. */
export function unauthorized(): Failure {
  return { name: 'unauthorized', answer: () => json(401, badCredentials) };
}

export function redirect(status: 301 | 302 | 307 | 308, location: string): Failure {
  const message = 'Moved';
  return { name: `redirect ${status}`, answer: () => json(status, { message }, { location }) };
}

/** Partial data: null at the path (response keys and indexes) with GitHub's error beside it, if it was there. */
export function fieldLost(
  path: readonly (string | number)[],
  error: { type?: string; message: string } = somethingWentWrongError,
): Failure {
  return rewritten(`lost ${path.join('.')}`, (reply) => {
    const parent = path.slice(0, -1).reduce<unknown>((value, key) => child(value, key), reply.data);
    const last = path.at(-1);
    if (typeof parent !== 'object' || parent === null || last === undefined) return;
    if (!(last in parent)) return;
    Object.assign(parent, { [last]: null });
    reply.errors = [...(reply.errors ?? []), { ...error, path }];
  });
}

/** Another `__typename` than any schema knows, on everything that says it is of the type. */
export function unknownType(type = 'User', unknown = 'FutureThing'): Failure {
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('__typename' in value && value.__typename === type) value.__typename = unknown;
    Object.values(value).forEach(visit);
  };
  return rewritten(`unknown type for ${type}`, (reply) => visit(reply.data));
}

/** Queries for more than so many nodes take longer than GitHub waits. */
export function tooHeavy(nodes: number): Failure {
  const gateway = json(502, { data: null, errors: [somethingWentWrongError] });
  const answer = ({ truth, request }: Exchange) => {
    const answered = truth();
    return request.asked > nodes ? gateway : answered;
  };
  return { name: `more than ${nodes} nodes`, answer };
}

/** The failure, whenever the true answer holds the text: something in it is more than the server can bear. */
export function failsOn(text: string, failure: Failure): Failure {
  const { name, answer } = failure;
  if (!answer) throw new Error(`${name} gives no answer`);
  return {
    name: `${name} for ${text}`,
    answer: (exchange) =>
      exchange.truth().body.includes(text) ? answer(exchange) : exchange.truth(),
  };
}

/** Any other change of the true reply. */
export function rewritten(name: string, change: (reply: Reply) => void): Failure {
  return {
    name,
    answer: ({ truth }) => {
      const answer = truth();
      if (answer.status !== 200) return answer;
      const reply = JSON.parse(answer.body) as Reply;
      change(reply);
      return { ...answer, body: JSON.stringify(reply) };
    },
  };
}

/** Those that another attempt gets over, in every form. `hung` is not among them: it takes a client's patience. */
export function passing(): Failure[] {
  return [
    ...[500, 502, 503, 504].map((status) => serverError(status)),
    ...[502, 503, 504].map((status) => serverError(status, 'html')),
    somethingWentWrong(),
    truncatedBody(),
    emptyBody(),
    htmlBody(),
    socket('lost'),
    socket('cut'),
    secondaryLimit({ status: 200 }),
    secondaryLimit({ status: 403 }),
    secondaryLimit({ status: 429 }),
  ];
}

function child(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string | number, unknown>)[key]
    : undefined;
}
