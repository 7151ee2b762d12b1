import { Failure, type FailureKind } from './failure.ts';

/** An entry of `errors` in a GraphQL answer. GitHub adds `type` to the standard's fields. */
export interface Problem {
  message: string;
  type?: string;
  path?: readonly (string | number)[];
  extensions?: { code?: string };
}

export type Headers = Record<string, string | undefined>;

const resourceLimits = ['MAX_NODE_LIMIT_EXCEEDED', 'RESOURCE_LIMITS_EXCEEDED'];
const secondaryWords = /secondary rate limit|abuse detection|submitted too quickly/i;

/**
 * What an HTTP error means. Both limits come as 403 or 429, told apart by the words; a 403 without
 * them is a refusal (an IP allow list, a token without the scope).
 */
export function classifyStatus(status: number, message: string, headers: Headers): Failure {
  const text = `HTTP ${status}: ${firstLine(message)}`;
  const limits = limitsOf(headers);
  if (status === 401) return new Failure('unauthorized', text);
  if (status === 403 || status === 429) {
    if (secondaryWords.test(message)) return new Failure('secondary-limited', text, limits);
    if (isSpent(headers, message)) return new Failure('rate-limited', text, limits);
    const limited = status === 429 || limits.retryAfter !== null;
    return new Failure(limited ? 'secondary-limited' : 'forbidden', text, limits);
  }
  if (status === 404) return new Failure('wrong-endpoint', text);
  if (status === 502 || status === 504) return new Failure('heavy', text);
  return new Failure(status >= 500 || status === 408 ? 'unavailable' : 'refused', text);
}

/** What `errors` mean for the whole request; null when each has its place in the data. */
export function classifyProblems(
  problems: readonly Problem[],
  hasData: boolean,
  headers: Headers,
): Failure | null {
  for (const { type, message } of problems) {
    if (secondaryWords.test(message)) {
      return new Failure('secondary-limited', firstLine(message), limitsOf(headers));
    }
    // Seen both ways: `RATE_LIMITED` in the documentation, `RATE_LIMIT` in answers.
    if (/^RATE_LIMIT(ED)?$/.test(type ?? '') || /api rate limit.*exceeded/i.test(message)) {
      return new Failure('rate-limited', firstLine(message), limitsOf(headers));
    }
  }
  const placeless = problems.find(({ path }) => typeof path?.[0] !== 'string');
  const whole = hasData ? placeless : (placeless ?? problems[0]);
  return whole ? new Failure(kindOf(whole, 'unavailable'), firstLine(whole.message)) : null;
}

/** What one error at a place in the data means for the field that it hit. */
export function classifyProblem(problem: Problem): Failure {
  return new Failure(kindOf(problem, 'heavy'), firstLine(problem.message));
}

function kindOf({ type = '', message, extensions }: Problem, otherwise: FailureKind): FailureKind {
  if (type === 'NOT_FOUND') return 'not-found';
  if (type === 'FORBIDDEN') return 'forbidden';
  if (resourceLimits.includes(type)) return 'heavy';
  // GitHub answers so when a query ran longer than ten seconds.
  if (/something went wrong|timed? ?out/i.test(message)) return 'heavy';
  return extensions?.code === undefined ? otherwise : 'refused';
}

function isSpent(headers: Headers, message: string): boolean {
  return headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message);
}

function limitsOf(headers: Headers) {
  const reset = wholeNumber(headers['x-ratelimit-reset']);
  return {
    retryAfter: wholeNumber(headers['retry-after']),
    resetAt: reset === null ? null : reset * 1_000,
    date: dateOf(headers),
  };
}

/** The server's time: milliseconds since 1970, or null when it does not tell. */
export function dateOf(headers: Headers): number | null {
  const date = Date.parse(headers['date'] ?? '');
  return Number.isNaN(date) ? null : date;
}

function wholeNumber(header: string | undefined): number | null {
  return /^\d{1,12}$/.test(header ?? '') ? Number(header) : null;
}

/** Bodies may be whole HTML pages: what a person can read of them on one line. */
function firstLine(text: string): string {
  if (/^\s*</.test(text)) return 'an HTML page instead of an answer';
  const [line = ''] = text.trim().split('\n', 1);
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
