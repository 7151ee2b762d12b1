import { resolve } from 'node:path';
import { loadSample, SAMPLE_REPOSITORY, savedSource } from '../../collect/saved.ts';
import type { Source } from '../../collect/source.ts';
import { readOptional } from '../../files/read-optional.ts';
import type { Config } from '../../config/schema.ts';
import { UsageError } from '../../errors.ts';
import { parseSnapshot } from '../../snapshot/parse.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import { cacheFolder } from './cache-folder.ts';
import { endpoint } from './endpoint.ts';
import type { Environment } from '../environment.ts';
import type { FactOptions } from './options.ts';
import type { ProgressLine } from '../terminal/progress.ts';
import { fetchThrough } from './proxy.ts';
import { requestLog } from '../terminal/request-log.ts';

/** A source, what to ask it for, and, when it holds one period only, that period. */
export interface Chosen {
  source: Source;
  repositories: string[];
  period?: Snapshot['period'];
}

/**
 * The source that the options name. `auto` is GitHub when a token is found, else the clone the
 * command stands in.
 *
 * @throws {UsageError} when there is none, or it cannot give what is asked for
 */
export async function chooseSource(
  options: FactOptions,
  config: Config,
  environment: Environment,
  progress: ProgressLine,
): Promise<Chosen> {
  const { source: name } = options;
  if (name !== 'auto' && name !== 'github') refuseOrganizations(options);
  switch (name) {
    case 'sample':
      return saved(await loadSample(), 'The recorded sample', options, [SAMPLE_REPOSITORY]);
    case 'git':
      return clone(options, config, environment, progress);
    case 'github':
      return github(
        options,
        config,
        environment,
        progress,
        await requireToken(config, environment),
      );
    case 'auto':
      return auto(options, config, environment, progress);
    default: {
      const snapshot = await readSnapshot(name, environment);
      return saved(snapshot, name, options, snapshot.repositories);
    }
  }
}

async function auto(
  options: FactOptions,
  config: Config,
  environment: Environment,
  progress: ProgressLine,
): Promise<Chosen> {
  if (options.gitDir !== undefined) return clone(options, config, environment, progress);
  const token = await findToken(config, environment);
  if (token !== null) return github(options, config, environment, progress, token);
  const { findClone } = await import('../../collect/git/git-source.ts');
  if (
    (await findClone(environment.cwd, { ...environment.variables })) &&
    config.repositories.length < 2 &&
    options.repo.length < 2
  ) {
    refuseOrganizations(options);
    return clone(options, config, environment, progress);
  }
  throw new UsageError('source-missing', 'There is nothing to read the facts from.', {
    hint: 'Give a GitHub token (GH_TOKEN, GITHUB_TOKEN, or gh auth login), or a local clone (--git-dir PATH), or --source sample to try devreport out.',
  });
}

async function findToken(config: Config, environment: Environment): Promise<string | null> {
  const { githubToken } = await import('./github-token.ts');
  return githubToken(endpoint(config, environment), environment);
}

async function requireToken(config: Config, environment: Environment): Promise<string> {
  const token = await findToken(config, environment);
  if (token !== null) return token;
  throw new UsageError('token-missing', 'GitHub answers only with a token, and there is none.', {
    hint: endpoint(config, environment).trusted
      ? 'Set GH_TOKEN or GITHUB_TOKEN, or log in with gh auth login. A token without any scope reads public repositories.'
      : 'For a host that the config names, set GH_ENTERPRISE_TOKEN, or log in there with gh auth login --hostname.',
  });
}

async function github(
  options: FactOptions,
  config: Config,
  environment: Environment,
  progress: ProgressLine,
  token: string,
): Promise<Chosen> {
  const { githubSource } = await import('../../collect/github/github-source.ts');
  const organizations =
    options.org.length > 0 || options.repo.length > 0 ? options.org : config.organizations;
  const { server, graphqlUrl } = endpoint(config, environment);
  const repositories =
    organizations.length > 0 ? asked(options, config) : await wanted(options, config, environment);
  const source = githubSource({
    graphqlUrl,
    server,
    token,
    organizations,
    now: environment.now,
    wait: options.wait ?? false,
    fetch: await fetchThrough(environment.variables),
    cacheFolder:
      options.cache === false
        ? undefined
        : (cacheFolder(environment.variables, process.platform) ?? undefined),
    onCacheTrouble: (message) => {
      progress.say(`warning: ${message}`);
    },
    report: progress.report,
    onDelay: progress.delay,
    log: options.verbose === true ? requestLog(progress.say) : undefined,
  });
  return { source, repositories };
}

async function clone(
  options: FactOptions,
  config: Config,
  environment: Environment,
  progress: ProgressLine,
): Promise<Chosen> {
  const { gitSource } = await import('../../collect/git/git-source.ts');
  const { server } = endpoint(config, environment);
  const directory = resolve(environment.cwd, options.gitDir ?? '.');
  const repositories = await wanted(options, config, environment).catch(async (error: unknown) => {
    // Without a clone to ask, that is what is wrong.
    const { openClone } = await import('../../collect/git/clone.ts');
    await openClone(directory, { ...environment.variables }, environment.signal);
    throw error;
  });
  return {
    source: gitSource({
      directory,
      server,
      now: environment.now,
      environment: { ...environment.variables },
      report: progress.report,
    }),
    repositories,
  };
}

/** The repositories that options or config name. */
function asked(options: FactOptions, config: Config): string[] {
  return options.repo.length > 0 ? options.repo : config.repositories;
}

async function wanted(
  options: FactOptions,
  config: Config,
  environment: Environment,
): Promise<string[]> {
  const named = asked(options, config);
  if (named.length > 0) return named;
  const inWorkflow = environment.variables['GITHUB_REPOSITORY'];
  if (inWorkflow !== undefined && inWorkflow !== '') return [inWorkflow];
  const { originRepository } = await import('../../collect/git/origin-repository.ts');
  const { server } = endpoint(config, environment);
  const origin = await originRepository(resolve(environment.cwd, options.gitDir ?? '.'), server, {
    ...environment.variables,
  });
  if (origin !== null) return [origin];
  throw new UsageError('repository-missing', 'Which repository is the report about?', {
    hint: 'Name it with --repo owner/name, or in devreport.yml under repositories.',
  });
}

function saved(
  snapshot: Snapshot,
  name: string,
  options: FactOptions,
  otherwise: readonly string[],
): Chosen {
  return {
    source: savedSource(snapshot, name),
    repositories: options.repo.length > 0 ? options.repo : [...otherwise],
    period: snapshot.period,
  };
}

async function readSnapshot(file: string, { cwd }: Environment): Promise<Snapshot> {
  const text = await readOptional(resolve(cwd, file));
  if (text !== null) return parseSnapshot(text, file);
  throw new UsageError('source-unknown', `"${file}" is neither a source nor a file.`, {
    hint: 'Sources are auto, github, git, sample, or the path of a saved snapshot.',
  });
}

function refuseOrganizations({ org, source }: FactOptions): void {
  if (org.length === 0) return;
  throw new UsageError(
    'organization-needs-github',
    `--org needs GitHub; the source is ${source}.`,
    {
      hint: 'Use --source github, with a token.',
    },
  );
}
