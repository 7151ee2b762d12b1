import {
  badCredentials,
  html,
  json,
  rateLimited,
  secondaryLimit as secondaryLimited,
  type Answer,
  type GraphQLRequest,
} from './answer.ts';
import type { Budget } from './budget.ts';
import type { Page, PageArguments } from './connection.ts';
import type { Reply } from './execute.ts';

/** A request, and what a failure needs for its answer. */
export interface Exchange {
  /** `asked` is how many nodes the answer could have. It is known after `truth()`. */
  request: GraphQLRequest & { asked: number };
  /** The answer without the failure. */
  truth: () => Answer;
  /** Milliseconds. */
  now: number;
  budget: Budget;
}

/** The connection of a page (`Query.search`, `PullRequest.files`), and its arguments. */
export interface PagePlace {
  connection: string;
  args: PageArguments;
}

/** A failure to inject: a wrong answer, or spoiled pages. */
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

/** 502, 503, 504 and the like, with GitHub's JSON or a proxy's page. */
export function serverError(status = 502, format: 'json' | 'html' = 'json'): Failure {
  const body = { data: null, errors: [somethingWentWrongError] };
  const answer = () => (format === 'html' ? html(status, 'Unicorn!') : json(status, body));
  return { name: `${status} ${format}`, answer };
}

/** Status 200 with an error that has no type, and without data. */
export function somethingWentWrong(): Failure {
  const answer = () => json(200, { data: null, errors: [somethingWentWrongError] });
  return { name: 'something went wrong', answer };
}

/** The query was too much work for GitHub. Arm it for large pages: `matches`. */
export function resourceLimits(): Failure {
  const message = 'Resource limits for this query exceeded.';
  const body = { data: null, errors: [{ type: 'RESOURCE_LIMITS_EXCEEDED', message }] };
  return { name: 'resource limits', answer: () => json(200, body) };
}

/** Half of the JSON, with a fitting content length. */
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

/** A proxy's page with status 200. */
export function htmlBody(): Failure {
  return { name: 'html body', answer: () => html(200, 'Please sign in') };
}

/** `lost`: the socket dies before a byte; `cut`: halfway through the body; `hung`: no byte ever comes. */
export function socket(wire: 'lost' | 'cut' | 'hung'): Failure {
  return { name: `socket ${wire}`, answer: ({ truth }) => ({ ...truth(), wire }) };
}

/** The hour's points are spent: status 200. GitHub uses either type. */
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

/** Too many requests. `retryAfter` in seconds, a text for an invalid one, or null for none. */
export function secondaryLimit(
  options: { status?: 200 | 403 | 429; retryAfter?: number | string | null } = {},
): Failure {
  const { status = 403, retryAfter = 1 } = options;
  const headers = retryAfter === null ? {} : { 'retry-after': String(retryAfter) };
  const body =
    status === 200 ? { errors: [{ ...secondaryLimited, type: 'RATE_LIMITED' }] } : secondaryLimited;
  return {
    name: `secondary limit ${status}`,
    answer: ({ budget, now }) => json(status, body, { ...budget.headers(now), ...headers }),
  };
}

/** The token was revoked during the run. */
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

/** Replaces the `__typename` of all objects of the type by one that no schema has. */
export function unknownType(type = 'User', unknown = 'FutureThing'): Failure {
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('__typename' in value && value.__typename === type) value.__typename = unknown;
    Object.values(value).forEach(visit);
  };
  return rewritten(`unknown type for ${type}`, (reply) => visit(reply.data));
}

/** 502 for queries that ask for more than so many nodes. */
export function tooHeavy(nodes: number): Failure {
  const gateway = json(502, { data: null, errors: [somethingWentWrongError] });
  const answer = ({ truth, request }: Exchange) => {
    const answered = truth();
    return request.asked > nodes ? gateway : answered;
  };
  return { name: `more than ${nodes} nodes`, answer };
}

/** The failure, whenever the true answer has the text: an item that GitHub can't answer. */
export function failsOn(text: string, failure: Failure): Failure {
  const { name, answer } = failure;
  if (!answer) throw new Error(`${name} gives no answer`);
  return {
    name: `${name} for ${text}`,
    answer: (exchange) =>
      exchange.truth().body.includes(text) ? answer(exchange) : exchange.truth(),
  };
}

/** Any other change of the reply. */
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

/** All failures that another attempt may get past, except for `hung`, which takes a timeout. */
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
