import { SourceError } from '../../../../errors.ts';
import type { Failure } from './failure.ts';

/** What is known of a limit. */
interface Limit {
  /** The instant it ends. */
  when?: string | undefined;
  /** Whether limits are waited for; undefined where nobody can ask for that. */
  wait?: boolean;
}

/** What the person is told when a failure ends the run. */
export function toSourceError(
  failure: Failure,
  host: string,
  { when, wait }: Limit = {},
): SourceError {
  const { message } = failure;
  const error = (code: string, text: string, hint: string) =>
    new SourceError(code, text, { hint, cause: failure });
  switch (failure.kind) {
    case 'unauthorized':
      return error(
        'github-unauthorized',
        `${host} refused the token (${message}).`,
        'Check GH_TOKEN or GITHUB_TOKEN: it may have expired, be revoked, or belong to another server.',
      );
    case 'forbidden':
      return error(
        'github-forbidden',
        `${host} does not allow this token to ask (${message}).`,
        'Authorise the token for the organisation (single sign-on), or use one with read access.',
      );
    case 'rate-limited':
    case 'secondary-limited':
      return error(
        'github-rate-limited',
        `${host}'s rate limit stands in the way (${message})${when ? `; it resets at ${when}` : ''}.`,
        `Run it again ${when ? 'after that' : 'in an hour'}${wait === false ? ', or with --wait to wait for it' : ''}.`,
      );
    case 'redirected':
      return error(
        'github-redirected',
        `${message}, and the token goes to the configured host only.`,
        'Set github.url, or GITHUB_GRAPHQL_URL, to the address that answers itself.',
      );
    case 'wrong-endpoint':
      return error(
        'github-wrong-endpoint',
        `${host} has no GraphQL API there (${message}).`,
        'Check github.url, or GITHUB_GRAPHQL_URL: https://api.github.com/graphql, or https://HOST/api/graphql.',
      );
    case 'refused':
      return error(
        'github-query-refused',
        `${host} did not understand the query (${message}).`,
        'A GitHub Enterprise Server may be too old for it; please report this with its version.',
      );
    case 'not-found':
      return error(
        'github-not-found',
        `${message}.`,
        'Check the spelling, and that the token may read it.',
      );
    case 'untrusted':
      return error(
        'github-untrusted',
        `The certificate of ${host} cannot be trusted (${message}).`,
        'For a certificate authority of your own, name its file in NODE_EXTRA_CA_CERTS.',
      );
    case 'unreachable':
      return error(
        'github-unreachable',
        `${host} cannot be reached (${message}).`,
        'Check github.url or GITHUB_GRAPHQL_URL, the network and any proxy, then run it again.',
      );
    case 'heavy':
    case 'unavailable':
      return failure.timedOut
        ? error(
            'github-timeout',
            `${host} did not answer (${message}).`,
            'Check the network and any proxy, then run it again.',
          )
        : error(
            'github-unavailable',
            `${host} did not answer properly, however often it was asked (${message}).`,
            'See https://www.githubstatus.com, then run it again.',
          );
  }
}
