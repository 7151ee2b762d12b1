import * as v from 'valibot';
import { Failure, type FailureKind } from './failure.ts';

const optional = <T>(schema: v.GenericSchema<unknown, T>) =>
  v.fallback(v.optional(schema), undefined);

/** Reads an entry of `errors` in a GraphQL answer. GitHub adds `type` to the standard's fields. */
export const problemSchema = v.object({
  message: v.string(),
  type: optional(v.string()),
  path: optional(v.array(v.union([v.string(), v.number()]))),
  extensions: optional(v.object({ code: optional(v.string()) })),
});

export type GraphQLProblem = Pick<v.InferOutput<typeof problemSchema>, 'message'> &
  Partial<v.InferOutput<typeof problemSchema>>;

export type ResponseHeaders = Record<string, string | undefined>;

const resourceLimits = ['MAX_NODE_LIMIT_EXCEEDED', 'RESOURCE_LIMITS_EXCEEDED'];
const secondaryLimit = /secondary rate limit|abuse detection|submitted too quickly/i;

/**
 * The failure behind an HTTP error. Both limits come as 403 or 429, and only the words differ. A 403
 * without them is a refusal: an IP allow list, or a token without the scope.
 */
export function classifyStatus(status: number, message: string, headers: ResponseHeaders): Failure {
  const text = `HTTP ${status}: ${firstLine(message)}`;
  const limits = limitsOf(headers);
  if (status === 401) return new Failure('unauthorized', text);
  if (status === 403 || status === 429) {
    if (secondaryLimit.test(message)) return new Failure('secondary-limited', text, limits);
    if (isSpent(headers, message)) return new Failure('rate-limited', text, limits);
    const isLimited = status === 429 || limits.retryAfter !== null;
    return new Failure(isLimited ? 'secondary-limited' : 'forbidden', text, limits);
  }
  if (status === 404) return new Failure('wrong-endpoint', text);
  if (status === 502 || status === 504) return new Failure('heavy', text);
  return new Failure(status >= 500 || status === 408 ? 'unavailable' : 'refused', text);
}

/** The failure of the whole request, or null when each error belongs to a place in the data. */
export function classifyProblems(
  problems: readonly GraphQLProblem[],
  headers: ResponseHeaders,
): Failure | null {
  for (const { type, message } of problems) {
    if (secondaryLimit.test(message)) {
      return new Failure('secondary-limited', firstLine(message), limitsOf(headers));
    }
    // Documented as `RATE_LIMITED`, also seen as `RATE_LIMIT`.
    if (/^RATE_LIMIT(ED)?$/.test(type ?? '') || /api rate limit.*exceeded/i.test(message)) {
      return new Failure('rate-limited', firstLine(message), limitsOf(headers));
    }
  }
  const withoutPlace = problems.find(({ path }) => typeof path?.[0] !== 'string');
  return withoutPlace ? failureBehind(withoutPlace) : null;
}

/** The failure of one field, behind an error in its part of the data. */
export function classifyProblem(problem: GraphQLProblem): Failure {
  // A search that names a repository out of reach, with no type of GitHub's own (release-please#948).
  if (/cannot be searched/i.test(problem.message)) {
    return new Failure('forbidden', firstLine(problem.message));
  }
  return failureBehind(problem);
}

function failureBehind(problem: GraphQLProblem): Failure {
  return new Failure(kindOf(problem), firstLine(problem.message));
}

function kindOf({ type = '', message, extensions }: GraphQLProblem): FailureKind {
  if (type === 'NOT_FOUND') return 'not-found';
  if (type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES') return 'forbidden';
  if (resourceLimits.includes(type)) return 'heavy';
  // The answer to a query that ran longer than ten seconds.
  if (/something went wrong|timed? ?out/i.test(message)) return 'heavy';
  return extensions?.code === undefined ? 'unexplained' : 'refused';
}

function isSpent(headers: ResponseHeaders, message: string): boolean {
  return headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message);
}

function limitsOf(headers: ResponseHeaders) {
  const reset = wholeNumber(headers['x-ratelimit-reset']);
  return {
    retryAfter: wholeNumber(headers['retry-after']),
    resetAt: reset === null ? null : reset * 1_000,
    date: serverTime(headers),
  };
}

/** The server's time in milliseconds since 1970, or null without a valid header. */
export function serverTime(headers: ResponseHeaders): number | null {
  const date = Date.parse(headers['date'] ?? '');
  return Number.isNaN(date) ? null : date;
}

function wholeNumber(header: string | undefined): number | null {
  return /^\d{1,12}$/.test(header ?? '') ? Number(header) : null;
}

/** A readable line of a body, which may be a whole HTML page. */
function firstLine(text: string): string {
  if (/^\s*</.test(text)) return 'an HTML page instead of JSON';
  const [line = ''] = text.trim().split('\n', 1);
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
