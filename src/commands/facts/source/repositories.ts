import { resolve } from 'node:path';
import type { Config } from '../../../config/schema/schema.ts';
import { UsageError } from '../../../errors.ts';
import type { Environment } from '../../environment.ts';
import type { FactOptions } from '../options.ts';
import { endpoint } from './endpoint.ts';

/** The repositories that the options or the config name. */
export function namedRepositories(options: FactOptions, config: Config): string[] {
  return options.repo.length > 0 ? options.repo : config.repositories;
}

/**
 * The repositories to report on: those named, else that of the workflow, else that of the clone.
 *
 * @throws {UsageError} `repository-missing`
 */
export async function repositoriesFor(
  options: FactOptions,
  config: Config,
  environment: Environment,
): Promise<string[]> {
  const named = namedRepositories(options, config);
  if (named.length > 0) return named;
  const here = await repositoryHere(options, config, environment);
  if (here !== null) return [here];
  throw new UsageError('repository-missing', 'No repository to report on.', {
    hint: 'Name it with --repo owner/name, or in devreport.yml under repositories.',
  });
}

/** The repository of the workflow, else of the clone; null without any. */
export async function repositoryHere(
  { gitDir = '.' }: Pick<FactOptions, 'gitDir'>,
  config: Config,
  environment: Environment,
): Promise<string | null> {
  const { cwd, variables, signal } = environment;
  const inWorkflow = variables['GITHUB_REPOSITORY'] ?? '';
  if (inWorkflow !== '') return inWorkflow;
  const { cloneRepository } = await import('../../../collect/git/clone/clone-repository.ts');
  const { server } = endpoint(config, environment);
  return cloneRepository(resolve(cwd, gitDir), server, { ...variables }, signal);
}
