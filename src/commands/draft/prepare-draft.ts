import { resolve } from 'node:path';
import type { Config } from '../../config/schema/schema.ts';
import { boundaryOf } from '../../files/boundary-of.ts';
import type { Period } from '../../period/period.ts';
import type { CompiledTemplate } from '../../render/compiled-template.ts';
import { loadTemplate } from '../../render/load-template.ts';
import type { Environment } from '../environment.ts';
import { type PlacedReport, placeReport } from '../facts/series/place-report.ts';
import { type CommandSettings, readSettings } from '../facts/settings.ts';
import { openSource, type Query } from '../facts/source/open-source.ts';
import { dataFormats } from './data-formats.ts';
import type { Destination } from './destination.ts';
import type { DraftOptions } from './options.ts';
import { requireClosedTexts } from './require-closed-texts.ts';

/** Where a draft goes. */
export interface DraftTarget {
  /** The folder that paths in the config's `file:` start at. */
  root: string;
  /** The path that an option names, absolute; null for that of the series. */
  named: (period: Period, config: Config) => Promise<string | null> | string | null;
  destinationOf: (report: PlacedReport, period: Period) => Promise<Destination> | Destination;
}

/** What a draft is written as: by a template, maybe as a page, or as data. */
export type DraftForm =
  | { template: CompiledTemplate; isPage: boolean; serialise?: never }
  | { template?: never; isPage?: never; serialise: (typeof dataFormats)[keyof typeof dataFormats] };

/** Everything about a draft that is known before its facts. */
export interface PreparedDraft {
  settings: CommandSettings;
  form: DraftForm;
  query: Query;
  placed: PlacedReport;
  destination: Destination;
  /** Whether an option has named the file. */
  isNamed: boolean;
}

/**
 * Reads the config and the template, opens the source, and finds the place of the report.
 *
 * @throws {UsageError} for wrong options
 */
export async function prepareDraft(
  options: DraftOptions,
  environment: Environment,
  { root, named, destinationOf }: DraftTarget,
): Promise<PreparedDraft> {
  const { format } = options;
  const settings = withTemplate(await readSettings(options, environment), options);
  const { config } = settings;
  const isWritten = format === 'markdown' || format === 'html';
  if (isWritten) requireClosedTexts(config, settings.file);
  const form = isWritten
    ? {
        template: await templateFor(options, settings, environment),
        isPage: format === 'html',
      }
    : { serialise: dataFormats[format] };
  const query = await openSource(options, config, environment);
  const { period } = query;
  const path = await named(period, config);
  const placed = placeReport({
    ...{ config, period, named: path, root, cwd: environment.cwd },
    adopt: options.adopt === true,
  });
  const destination = await destinationOf(placed, period);
  return { settings, form, query, placed, destination, isNamed: path !== null };
}

/** The texts of a report are those of its layout, so an option that names one counts for them, too. */
function withTemplate(settings: CommandSettings, { template }: DraftOptions): CommandSettings {
  const { config } = settings;
  return template === undefined ? settings : { ...settings, config: { ...config, template } };
}

function templateFor(
  options: DraftOptions,
  { config, directory }: CommandSettings,
  { cwd }: Environment,
): Promise<CompiledTemplate> {
  return options.template === undefined
    ? loadTemplate(config.template, directory)
    : loadTemplate(options.template, cwd, boundaryOf(resolve(cwd, options.template), cwd));
}
