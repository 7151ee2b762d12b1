import { SourceError } from '../../../../errors.ts';
import type { Failure } from './failure.ts';

interface RateLimit {
  /** The instant at which it resets. */
  resetsAt?: string | undefined;
  /** Whether the run waits for limits; undefined where there is no `--wait`. */
  wait?: boolean;
}

/** The error for a run that would need more requests than any may take. */
export function tooMuchError(host: string, requests: number, most: number): SourceError {
  return new SourceError(
    'github-too-much',
    `${host} counts so many items that reading them takes about ${requests} requests, and a run has at most ${most}.`,
    { hint: 'Use a shorter period or fewer repositories.' },
  );
}

/** The error for a run that has taken all that it may, in requests or in milliseconds. */
export function endlessError(host: string, requests: number, milliseconds: number): SourceError {
  const minutes = Math.ceil(milliseconds / 60_000);
  return new SourceError(
    'github-endless',
    `${host} was asked ${requests} times in ${minutes} min, more than this period should take, and there is still more to read.`,
    {
      hint: 'Its pages may be too short, its counts too low, or its answers slow. Run again, or with a shorter period or fewer repositories.',
    },
  );
}

/** The error for a failure that ends the run. */
export function toSourceError(
  failure: Failure,
  host: string,
  { resetsAt, wait }: RateLimit = {},
): SourceError {
  const { message } = failure;
  const error = (code: string, text: string, hint: string) =>
    new SourceError(code, text, { hint, cause: failure });
  switch (failure.kind) {
    case 'unauthorized':
      return error(
        'github-unauthorized',
        `${host} refused the token (${message}).`,
        'Check GH_TOKEN or GITHUB_TOKEN: the token may be expired, revoked, or for another server.',
      );
    case 'forbidden':
      return error(
        'github-forbidden',
        `${host} denied access (${message}).`,
        'Authorise the token for the organisation (single sign-on), or use one with read access.',
      );
    case 'rate-limited':
    case 'secondary-limited':
      return error(
        'github-rate-limited',
        `Rate limit of ${host} exceeded (${message})${resetsAt ? `; it resets at ${resetsAt}` : ''}.`,
        `Run again ${resetsAt ? 'after that' : 'in an hour'}${wait === false ? ', or with --wait' : ''}.`,
      );
    case 'redirected':
      return error(
        'github-redirected',
        `${message}, and devreport sends the token to the configured host only.`,
        'Set github.url, or GITHUB_GRAPHQL_URL, to the address after the redirect, if you trust it.',
      );
    case 'wrong-endpoint':
      return error(
        'github-wrong-endpoint',
        `No GraphQL API found on ${host} (${message}).`,
        'Check github.url, or GITHUB_GRAPHQL_URL: https://api.github.com/graphql, or https://HOST/api/graphql.',
      );
    case 'refused':
      return error(
        'github-query-refused',
        `${host} rejected the query (${message}).`,
        'A GitHub Enterprise Server may be too old. Please report this with its version.',
      );
    case 'not-found':
      return error(
        'github-not-found',
        `${message}.`,
        'Check the spelling, and that the token can read it.',
      );
    case 'untrusted':
      return error(
        'github-untrusted',
        `Cannot verify the certificate of ${host} (${message}).`,
        'For your own certificate authority, set NODE_EXTRA_CA_CERTS to its certificate file.',
      );
    case 'unreachable':
      return error(
        'github-unreachable',
        `Cannot reach ${host} (${message}).`,
        'Check github.url or GITHUB_GRAPHQL_URL, the network and any proxy, then run again.',
      );
    case 'heavy':
    case 'oversized':
    case 'unavailable':
    case 'unexplained':
      return failure.timedOut
        ? error(
            'github-timeout',
            `${host} did not answer (${message}).`,
            'Check the network and any proxy, then run again.',
          )
        : error(
            'github-unavailable',
            `${host} kept failing (${message}).`,
            'See https://www.githubstatus.com, then run again.',
          );
  }
}
