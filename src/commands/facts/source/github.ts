import type { Config } from '../../../config/schema/schema.ts';
import { UsageError } from '../../../errors.ts';
import type { Environment } from '../../environment.ts';
import type { ProgressLine } from '../../terminal/progress.ts';
import { requestLog } from '../../terminal/request-log.ts';
import type { FactOptions } from '../options.ts';
import { cacheOptions } from './cache-options.ts';
import { type Endpoint, endpoint, serverOf } from './endpoint.ts';
import type { OpenedSource } from './opened-source.ts';
import { fetchThrough } from './proxy.ts';
import { namedRepositories, repositoriesFor } from './repositories.ts';

/**
 * GitHub's API.
 *
 * @throws {UsageError} `token-missing`, `token-invalid`, `proxy-invalid`, `repository-missing`
 */
export async function openGitHub(
  options: FactOptions,
  config: Config,
  environment: Environment,
  progress: ProgressLine,
): Promise<OpenedSource> {
  const token = await findToken(config, environment);
  if (token !== null) return openWithToken(token, options, config, environment, progress);
  throw tokenMissing(endpoint(config, environment));
}

function tokenMissing({ graphqlUrl, tokenVariables }: Endpoint): UsageError {
  const host = new URL(serverOf(new URL(graphqlUrl))).host;
  if (tokenVariables.length > 0) {
    return new UsageError('token-missing', 'No GitHub token found.', {
      hint: `Set ${tokenVariables.join(' or ')}, or log in with gh auth login. A token without any scope reads public repositories.`,
    });
  }
  return new UsageError('token-missing', `No token for ${host}, which only the config names.`, {
    hint: `A token goes only to a host that you name. If you trust ${host}, log in with gh auth login --hostname ${host}, or set GH_HOST=${host} and GH_ENTERPRISE_TOKEN.`,
  });
}

/** @throws {UsageError} `proxy-invalid`, `repository-missing` */
export async function openWithToken(
  token: string,
  options: FactOptions,
  config: Config,
  environment: Environment,
  progress: ProgressLine,
): Promise<OpenedSource> {
  const { server, graphqlUrl } = endpoint(config, environment);
  const { githubSource } = await import('../../../collect/github/github-source.ts');
  const organizations =
    options.org.length > 0 || options.repo.length > 0 ? options.org : config.organizations;
  const repositories =
    organizations.length > 0
      ? namedRepositories(options, config)
      : await repositoriesFor(options, config, environment);
  const source = githubSource({
    graphqlUrl,
    server,
    token,
    organizations,
    earlierPeriods: config.statistics.periods,
    // Of those by machine accounts, and those that the config leaves out, none is shown.
    waiting: config.show.includes('help-wanted') ? 2 * config.limits.help : 0,
    now: environment.now,
    wait: options.wait ?? false,
    fetch: await fetchThrough(environment.variables),
    ...cacheOptions(options, environment, progress),
    report: progress.report,
    onDelay: progress.delay,
    onEstimate: progress.estimate,
    log: options.verbose === true ? requestLog(progress.print) : undefined,
  });
  return { source, repositories, server };
}

/** A token for the host of GitHub's API; null when there is none. */
export async function findToken(config: Config, environment: Environment): Promise<string | null> {
  const { githubToken } = await import('./github-token.ts');
  return githubToken(endpoint(config, environment), environment);
}
