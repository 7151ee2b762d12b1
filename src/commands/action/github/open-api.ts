import type { Clock } from '../../../collect/github/request/clock.ts';
import { defaults } from '../../../config/load.ts';
import type { Environment } from '../../environment.ts';
import { endpoint } from '../../facts/source/endpoint.ts';
import { fetchThrough } from '../../facts/source/proxy.ts';
import { GitHubApi } from './github-api.ts';

/** The API of the workflow's own GitHub, and where its pages are. */
export async function openApi(
  token: string,
  wait: boolean,
  environment: Environment,
  clock?: Clock,
): Promise<{ api: GitHubApi; server: string }> {
  const { graphqlUrl, server } = endpoint(defaults(), environment);
  const { now, signal, variables } = environment;
  const fetch = await fetchThrough(variables);
  return { api: new GitHubApi({ graphqlUrl, token, wait, fetch, now, signal, clock }), server };
}
