import { basename, dirname } from 'node:path';
import { type LoadedConfig, loadConfig } from '../../config/load.ts';
import type { Config } from '../../config/schema.ts';
import { UsageError } from '../../errors.ts';
import { resolvePeriod } from '../../period/resolve.ts';
import { asksForPeriod } from './asked-period.ts';
import type { Environment } from '../environment.ts';
import type { FactOptions } from './options.ts';

export interface Settings {
  config: Config;
  /** What paths in the config are relative to. */
  directory: string;
}

/**
 * Reads the config, and looks the options through that go with it: what is wrong with them is told
 * before anybody looks for a source.
 *
 * @throws {UsageError} for a repository's name, a period or a timezone that there is not
 */
export async function readSettings(
  options: FactOptions,
  environment: Environment,
): Promise<Settings> {
  options.repo.forEach(requireRepositoryName);
  const loaded = await loadConfig(environment.cwd, options.config);
  const { config } = loaded;
  if (asksForPeriod(options) || options.timezone !== undefined) {
    const timezone = options.timezone ?? config.timezone;
    resolvePeriod(options, { timezone, weekStart: config.weekStart }, environment.now);
  }
  return { config, directory: directoryOf(loaded, environment) };
}

function directoryOf({ file }: LoadedConfig, { cwd }: Environment): string {
  if (file === null) return cwd;
  const folder = dirname(file);
  return basename(folder) === '.github' ? dirname(folder) : folder;
}

function requireRepositoryName(name: string): void {
  if (/^[\w.-]+\/[\w.-]+$/.test(name)) return;
  throw new UsageError('repository-invalid', `"${name}" is not the name of a repository.`, {
    hint: 'Use owner/name, like --repo linuxkit/linuxkit.',
  });
}
