import { resolve } from 'node:path';
import type { Config } from '../../../config/schema/schema.ts';
import type { Environment } from '../../environment.ts';
import type { ProgressLine } from '../../terminal/progress.ts';
import type { FactOptions } from '../options.ts';
import { cacheOptions } from './cache-options.ts';
import { endpoint } from './endpoint.ts';
import type { OpenedSource } from './opened-source.ts';
import { repositoriesFor } from './repositories.ts';

/** The local clone that the options name, else the one around the working directory. */
export async function openCloneSource(
  options: FactOptions,
  config: Config,
  environment: Environment,
  progress: ProgressLine,
): Promise<OpenedSource> {
  const { gitSource } = await import('../../../collect/git/git-source.ts');
  const { server } = endpoint(config, environment);
  const { cwd, now, signal, variables } = environment;
  const directory = resolve(cwd, options.gitDir ?? '.');
  const repositories = await repositoriesFor(options, config, environment).catch(
    async (error: unknown) => {
      // A missing clone is the better explanation of a missing repository.
      const { openClone } = await import('../../../collect/git/clone/open-clone.ts');
      await openClone(directory, { ...variables }, signal);
      throw error;
    },
  );
  const source = gitSource({
    ...{ directory, server, now, environment: { ...variables }, people: config.people },
    earlierPeriods: config.statistics.periods,
    ...cacheOptions(options, environment, progress),
    report: progress.report,
  });
  return { source, repositories, server };
}
