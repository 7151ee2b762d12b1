import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { parseConfig } from './config.ts';
import { boundaryOf } from '../files/boundary-of.ts';
import { readOptional } from '../files/read-optional.ts';
import { repositoryRoot } from '../files/repository-root.ts';
import { loadLocale } from '../period/locale.ts';
import type { Config } from './schema/schema.ts';

export interface LoadedConfig {
  config: Config;
  /** The path it was read from; null for the defaults. */
  file: string | null;
  /** Set when the file chooses the sections: those of the config are the default ones otherwise. */
  hasSections?: boolean;
  /** Where the options at the top of the file begin: lines, from 1. */
  lines: Readonly<Record<string, number>>;
}

/** Where configs are looked for, relative to a folder. */
export const usualPlaces = [
  'devreport.yml',
  'devreport.yaml',
  '.github/devreport.yml',
  '.github/devreport.yaml',
];

/**
 * Loads the config from a file, else from where `findConfig` finds one, else the defaults.
 *
 * @throws {UsageError} `config-missing`, `config-invalid`, and those of `readOptional`
 */
export async function loadConfig(directory: string, file?: string): Promise<LoadedConfig> {
  if (file !== undefined) {
    const path = resolve(directory, file);
    const text = readOptional(path, boundaryOf(path, directory));
    if (text === null) {
      throw new UsageError('config-missing', `Config ${file} not found.`, {
        hint: 'Name an existing file with --config, or omit the option to use the defaults.',
      });
    }
    return load(text, path, file);
  }
  const found = findConfig(directory);
  return found
    ? load(found.text, found.path, found.place)
    : { config: defaults(), file: null, lines: {} };
}

/** A config file that was found. Its text may be invalid. */
export interface FoundConfig {
  path: string;
  /** Relative to the directory that it configures: `.github/devreport.yml`. */
  place: string;
  text: string;
}

/**
 * Looks in the usual places of a directory, then of those above it, up to the repository's root; null
 * when no config is found.
 *
 * @throws {UsageError} those of `readOptional`
 */
export function findConfig(directory: string): FoundConfig | null {
  const root = repositoryRoot(directory);
  for (let at = resolve(directory); ; at = dirname(at)) {
    for (const place of usualPlaces) {
      const path = join(at, place);
      const text = readOptional(path, root ?? at);
      if (text !== null) return { path, place, text };
    }
    if (at === dirname(at) || at === root) return null;
  }
}

/** The config without a config file. */
export function defaults(): Config {
  const { config } = parseConfig({});
  if (!config) throw new Error('the default config does not pass its own schema');
  return config;
}

async function load(text: string, path: string, shown: string): Promise<LoadedConfig> {
  // Loaded lazily: without a config, most of the start-up would be spent on the YAML parser.
  const { readYamlConfig } = await import('./yaml.ts');
  const loaded = { ...readYamlConfig(text, shown), file: path };
  await loadLocale(loaded.config.locale);
  return loaded;
}
