import type { Config } from '../../config/schema/schema.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import { sources } from '../../snapshot/sources.ts';
import type { Environment } from '../environment.ts';
import type { FactOptions } from './options.ts';
import type { CommandSettings } from './settings.ts';

/**
 * The config with sections for the facts: its own, or, where it chooses none, those that can be proposed
 * for the project. A line on stderr says so then. The default sections are those of the sample.
 */
export async function withSections(
  settings: CommandSettings,
  snapshot: Snapshot,
  options: FactOptions,
  environment: Environment,
): Promise<Config> {
  const { config, sections } = settings;
  if (sections === 'chosen' || isOfSample(snapshot)) return config;
  // With a config, and for the sample, nothing needs this room.
  const { proposeSections } = await import('./project/propose-sections.ts');
  return proposeSections(settings, snapshot, options, environment);
}

/** Whether facts are those of the project whose sections are the default ones. */
function isOfSample({ repositories, collected: { source } }: Snapshot): boolean {
  const { recorded } = sources.sample;
  return source === 'sample' || repositories.some((name) => name.toLowerCase() === recorded);
}
