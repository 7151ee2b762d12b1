import type { Config } from '../../../config/schema/schema.ts';
import { UsageError } from '../../../errors.ts';
import { isServer } from '../../../snapshot/values.ts';
import type { Environment } from '../../environment.ts';

export interface Endpoint {
  /** Where queries go. */
  graphqlUrl: string;
  /** Where links lead, without a trailing slash. */
  server: string;
  /**
   * The variables whose token may go there. None for a host that only the config names: a checkout must
   * not direct a token to it.
   */
  tokenVariables: readonly string[];
}

const GITHUB = 'https://github.com';
const API = 'https://api.github.com';

/**
 * Where GitHub is: the server of the workflow or of the config, else github.com.
 *
 * @throws {UsageError} `url-invalid`
 */
export function endpoint(config: Config, { variables }: Environment): Endpoint {
  const named = nonEmpty(variables['GITHUB_GRAPHQL_URL']) ?? nonEmpty(variables['GITHUB_API_URL']);
  const graphqlUrl = url(named ?? config.github.url ?? API);
  const server = nonEmpty(variables['GITHUB_SERVER_URL']);
  return {
    graphqlUrl: graphqlUrl.href,
    server: requireServer(
      server === undefined ? serverOf(graphqlUrl) : url(server).href.replace(/(?<!\/)\/+$/, ''),
    ),
    tokenVariables:
      named !== undefined || graphqlUrl.origin === API
        ? ['GH_TOKEN', 'GITHUB_TOKEN']
        : isUsersHost(graphqlUrl, variables)
          ? ['GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN']
          : [],
  };
}

/** Whether the user's own variables name the host of a URL; `GH_HOST` is the one of `gh`. */
function isUsersHost(graphqlUrl: URL, variables: Environment['variables']): boolean {
  const { host } = new URL(serverOf(graphqlUrl));
  const server = nonEmpty(variables['GITHUB_SERVER_URL']);
  const named = [variables['GH_HOST'], server === undefined ? server : url(server).host];
  return named.some((name) => name?.toLowerCase() === host);
}

/** On an Enterprise Server the API is a path of the server, or its subdomain `api.`. */
export function serverOf({ origin }: URL): string {
  return origin === API ? GITHUB : origin.replace('://api.', '://');
}

function url(text: string): URL {
  const parsed = URL.canParse(text) ? new URL(text) : null;
  const allowed =
    parsed && (parsed.protocol === 'https:' || (parsed.protocol === 'http:' && isLoopback(parsed)));
  if (!allowed) throw invalid();
  // Credentials in a URL would end up in links and messages.
  parsed.username = '';
  parsed.password = '';
  return parsed;
}

/** An address that links can begin with: a snapshot with any other could not be read again. */
function requireServer(address: string): string {
  if (isServer(address)) return address;
  throw invalid();
}

/** The text is not shown: it may hold a password. */
function invalid(): UsageError {
  return new UsageError(
    'url-invalid',
    'The configured URL of GitHub is invalid, or not safe for a token.',
    {
      hint: 'Use a URL like https://github.example.com/api/graphql; http is allowed only on this machine.',
    },
  );
}

function isLoopback({ hostname }: URL): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
