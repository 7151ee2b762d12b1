import { resolve } from 'node:path';
import { BASE_EXPECTED, isBaseAddress } from '../../config/schema/base-address.ts';
import type { Config } from '../../config/schema/schema.ts';
import { UsageError } from '../../errors.ts';
import { boundaryOf, workingRoot } from '../../files/boundary-of.ts';
import { followPath } from '../../files/follow-path.ts';
import { loadLocale } from '../../period/locale.ts';
import type { SiteOptions } from '../../publish/site/site-options.ts';
import type { Environment } from '../environment.ts';
import { type CommandSettings, readSettings } from '../facts/settings.ts';
import { endpoint } from '../facts/source/endpoint.ts';
import { repositoryHere } from '../facts/source/repositories.ts';
import { loadSiteTemplates } from './load-site-templates.ts';
import type { PublishOptions } from './options.ts';

/** The config and the options of `publish` together. */
export interface PublishSettings extends Omit<SiteOptions, 'images'> {
  config: Config;
  /** The folder of the site, absolute. */
  out: string;
}

/**
 * Reads the config, and what the options change of it.
 *
 * @throws {UsageError} those of `readSettings` and `publishSettings`
 */
export async function readPublishSettings(
  options: PublishOptions,
  environment: Environment,
): Promise<PublishSettings> {
  const none = { repo: [], org: [], source: 'auto' };
  return publishSettings(
    await readSettings({ ...options, ...none }, environment),
    options,
    environment,
  );
}

/** @throws {UsageError} `usage`, `path-outside`, and those of `loadSiteTemplates` */
export async function publishSettings(
  { config, directory }: Pick<CommandSettings, 'config' | 'directory'>,
  options: Pick<PublishOptions, 'base' | 'out' | 'template' | 'title'>,
  environment: Environment,
): Promise<PublishSettings> {
  const { cwd } = environment;
  const { publish, locale } = config;
  await loadLocale(locale);
  const repository = config.repositories[0] ?? (await repositoryHere({}, config, environment));
  const folder =
    options.template === undefined
      ? publish.template === undefined
        ? null
        : resolve(directory, publish.template)
      : resolve(cwd, options.template);
  return {
    config,
    title:
      options.title ?? publish.title ?? (repository === null ? 'Reports' : `${repository} reports`),
    base: baseOf(options.base ?? publish.base),
    server: endpoint(config, environment).server,
    repository,
    locale,
    templates: loadSiteTemplates(folder, cwd),
    out: outOf(options.out, resolve(directory, publish.out), cwd),
  };
}

/** The folder that an option names may be anywhere; that of a config is below the checkout. */
function outOf(named: string | undefined, configured: string, cwd: string): string {
  if (named === undefined) return followPath(configured, workingRoot(cwd));
  const path = resolve(cwd, named);
  return followPath(path, boundaryOf(path, cwd));
}

/** With a slash at its end; null without a host. */
function baseOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!isBaseAddress(text))
    throw new UsageError('usage', `invalid --base "${text}": ${BASE_EXPECTED}.`);
  return text.startsWith('/') ? null : withSlash(new URL(text).href);
}

function withSlash(address: string): string {
  return address.endsWith('/') ? address : `${address}/`;
}
