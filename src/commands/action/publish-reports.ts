import { DevreportError } from '../../errors.ts';
import type { Environment } from '../environment.ts';
import { pathFrom } from '../facts/series/path-from.ts';
import { makeSite } from '../publish/publish-site.ts';
import { seriesPattern } from './draft-options.ts';
import type { ActionInputs } from './inputs/action-inputs.ts';
import type { SiteOutcome } from './outcome.ts';

/**
 * Makes the site of the reports that are checked out. Where there is a draft to write as well, what
 * is wrong with the site is a problem of the outcome, so that it doesn't keep the draft away.
 *
 * @throws {UsageError} those of `makeSite`, with `mode: publish`
 */
export async function publishReports(
  inputs: ActionInputs,
  environment: Environment,
): Promise<SiteOutcome> {
  const { config, mode, publish, publishBase, dryRun } = inputs;
  const none: SiteOutcome = { made: null, folder: null, problems: [], notices: [] };
  if (dryRun) return { ...none, notices: ['A dry run makes no site.'] };
  const file = seriesPattern(inputs);
  const options = {
    ...(config !== undefined && { config }),
    ...(file !== undefined && { file }),
    ...(publish !== undefined && { out: publish }),
    ...(publishBase !== undefined && { base: publishBase }),
    format: 'html' as const,
  };
  try {
    const made = await makeSite(options, environment);
    environment.stderr.lines([made.summary]);
    const folder = pathFrom(environment.cwd, made.folder);
    return { ...none, made, folder, notices: made.hasFeeds ? [] : [NO_FEEDS] };
  } catch (error) {
    if (mode === 'publish' || !(error instanceof DevreportError)) throw error;
    return { ...none, problems: [error] };
  }
}

const NO_FEEDS =
  'The site has no feeds and no sitemap: they need its address, in the input publish-base or as publish.base in the config.';
