import type { ClientOptions } from '../../collect/github/request/send/client.ts';
import { defaults } from '../../config/load.ts';
import type { Environment } from '../environment.ts';
import { endpoint } from '../facts/source/endpoint.ts';

/** In milliseconds. */
const PATIENCE = 10_000;

/**
 * How GitHub is asked; null without a token.
 *
 * @throws {UsageError} `token-invalid`, `proxy-invalid`
 */
export async function githubClient(environment: Environment): Promise<ClientOptions | null> {
  const github = endpoint(defaults(), environment);
  const { githubToken } = await import('../facts/source/github-token.ts');
  const token = await githubToken(github, environment);
  if (token === null) return null;
  const { fetchThrough } = await import('../facts/source/proxy.ts');
  const fetch = await fetchThrough(environment.variables);
  return { graphqlUrl: github.graphqlUrl, token, fetch, timeout: PATIENCE };
}
