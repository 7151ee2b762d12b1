import type { Config } from '../config/schema.ts';
import { UsageError } from '../errors.ts';
import type { Environment } from './environment.ts';

export interface Endpoint {
  /** Where queries go. */
  graphqlUrl: string;
  /** Where links lead, without a trailing slash. */
  server: string;
}

const GITHUB = 'https://github.com';
const API = 'https://api.github.com';

/**
 * Where GitHub is: as the workflow or the config says, else github.com.
 *
 * @throws {UsageError} `url-invalid`
 */
export function endpoint(config: Config, { variables }: Environment): Endpoint {
  const graphqlUrl = url(
    nonEmpty(variables['GITHUB_GRAPHQL_URL']) ??
      nonEmpty(variables['GITHUB_API_URL']) ??
      config.github.url ??
      API,
  );
  const server = nonEmpty(variables['GITHUB_SERVER_URL']);
  return {
    graphqlUrl: graphqlUrl.href,
    server: server === undefined ? serverOf(graphqlUrl) : url(server).href.replace(/\/+$/, ''),
  };
}

/** On an Enterprise Server the API is a path of the server, or its subdomain `api.`. */
function serverOf({ origin }: URL): string {
  return origin === API ? GITHUB : origin.replace('://api.', '://');
}

function url(text: string): URL {
  const parsed = URL.canParse(text) ? new URL(text) : null;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    throw new UsageError('url-invalid', `"${text}" is not the URL of a GitHub.`, {
      hint: 'Use something like https://github.example.com/api/graphql.',
    });
  }
  // Credentials in a URL would end up in links and messages.
  parsed.username = '';
  parsed.password = '';
  return parsed;
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
