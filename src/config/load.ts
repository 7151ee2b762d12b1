import { access } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { parseConfig } from './config.ts';
import { readOptional } from '../files/read-optional.ts';
import type { Config } from './schema.ts';

/** The config and the file it came from; null when no file was found and everything is default. */
export interface LoadedConfig {
  config: Config;
  file: string | null;
}

const places = [
  'devreport.yml',
  'devreport.yaml',
  '.github/devreport.yml',
  '.github/devreport.yaml',
];

/**
 * The config in the file, or in the first of the usual places in the directory or the directories
 * above it, up to the repository's root.
 *
 * @throws {UsageError} `config-missing`, `file-unreadable` or `config-invalid`
 */
export async function loadConfig(directory: string, file?: string): Promise<LoadedConfig> {
  if (file !== undefined) {
    const path = resolve(directory, file);
    const text = await readOptional(path);
    if (text === null) {
      throw new UsageError('config-missing', `There is no config ${file}.`, {
        hint: 'Name an existing file with --config, or leave the option out to use the defaults.',
      });
    }
    return load(text, path, file);
  }
  const found = await findConfig(directory);
  return found ? load(found.text, found.path, found.place) : { config: defaults(), file: null };
}

/** A config file as it is found: its text may be no valid config. */
export interface FoundConfig {
  path: string;
  /** Below the directory it is the config of: `.github/devreport.yml`. */
  place: string;
  text: string;
}

/**
 * The file in the first of the usual places in the directory or the directories above it, up to the
 * repository's root; null when there is none.
 *
 * @throws {UsageError} `file-unreadable`
 */
export async function findConfig(directory: string): Promise<FoundConfig | null> {
  for (let at = resolve(directory); ; at = dirname(at)) {
    for (const place of places) {
      const path = join(at, place);
      const text = await readOptional(path);
      if (text !== null) return { path, place, text };
    }
    if (at === dirname(at) || (await exists(join(at, '.git')))) return null;
  }
}

/** The config of someone who wrote none. */
export function defaults(): Config {
  const { config } = parseConfig({});
  if (!config) throw new Error('the default config does not pass its own schema');
  return config;
}

async function load(text: string, path: string, shown: string): Promise<LoadedConfig> {
  // Loaded only here: most of a start without a config would be spent on the YAML parser.
  const { parseYamlConfig } = await import('./yaml.ts');
  return { config: parseYamlConfig(text, shown), file: path };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
