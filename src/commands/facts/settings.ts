import { basename, dirname, relative } from 'node:path';
import { type LoadedConfig, loadConfig } from '../../config/load.ts';
import type { Config } from '../../config/schema/schema.ts';
import { UsageError } from '../../errors.ts';
import { repositoryNamePattern } from '../../item/repository-name.ts';
import type { Environment } from '../environment.ts';
import type { FactOptions } from './options.ts';

export interface CommandSettings {
  config: Config;
  /** The config's file, as messages name it. */
  file: string;
  /** Where the sections of the config come from: the file, or the defaults with or without a file. */
  sections: 'chosen' | 'missing' | 'no-config';
  /** The folder that paths in the config are relative to. */
  directory: string;
  /** Where an option at the top is: `devreport.yml:3`; null for one that the file does not have. */
  placeOf: (option: keyof Config) => string | null;
}

/**
 * Reads the config and checks the options that name repositories.
 *
 * @throws {UsageError} `repository-invalid`, and those of `loadConfig`
 */
export async function readSettings(
  options: FactOptions,
  environment: Environment,
): Promise<CommandSettings> {
  options.repo.forEach(requireRepositoryName);
  const loaded = await loadConfig(environment.cwd, options.config);
  const file = loaded.file === null ? 'the default config' : relative(environment.cwd, loaded.file);
  return {
    config: { ...loaded.config, ...(options.file !== undefined && { file: options.file }) },
    file,
    sections:
      loaded.hasSections === true ? 'chosen' : loaded.file === null ? 'no-config' : 'missing',
    directory: directoryOf(loaded, environment),
    placeOf: (option) => {
      const line = loaded.lines[option];
      return line === undefined ? null : `${file}:${String(line)}`;
    },
  };
}

function directoryOf({ file }: LoadedConfig, { cwd }: Environment): string {
  if (file === null) return cwd;
  const folder = dirname(file);
  return basename(folder) === '.github' ? dirname(folder) : folder;
}

function requireRepositoryName(name: string): void {
  if (repositoryNamePattern.test(name)) return;
  throw new UsageError('repository-invalid', `"${name}" is not a repository name.`, {
    hint: 'Use owner/name, like --repo linuxkit/linuxkit.',
  });
}
