import { join, relative } from 'node:path';
import { UsageError } from '../../errors.ts';
import { workingRoot } from '../../files/boundary-of.ts';
import { readOptionalBytes } from '../../files/read-optional.ts';
import { imagesOf } from '../../publish/site/images-of.ts';
import { siteOf } from '../../publish/site/site.ts';
import type { DraftReason } from '../../publish/site/draft-reason.ts';
import type { Environment, ExitCode } from '../environment.ts';
import { many } from '../../markdown/many.ts';
import type { PublishOptions } from './options.ts';
import { readPublishSettings } from './publish-settings.ts';
import { readPublished } from './published-reports.ts';
import { writeSite } from './site-folder.ts';

/** What a run made of the reports. */
export interface MadeSite {
  /** Absolute. */
  folder: string;
  /** The reports that are no part of it. */
  drafts: readonly { path: string; reason: DraftReason }[];
  /** The images that the reports show and the checkout does not have. */
  missingImages: readonly string[];
  hasFeeds: boolean;
  /** Whether a file of the folder was written. */
  hasNews: boolean;
  /** What was done to the folder, a sentence. */
  summary: string;
}

/** Makes the site in its folder, and says what there is to know of it. */
export async function publishSite(
  options: PublishOptions,
  environment: Environment,
): Promise<ExitCode> {
  const { cwd, stderr } = environment;
  const { folder, drafts, missingImages, hasFeeds, hasNews, summary } = await makeSite(
    options,
    environment,
  );
  const shown = join(relative(cwd, folder) || '.', 'index.html');
  stderr.lines([
    ...drafts.map(
      ({ path, reason }) => `${path}:${reason.line}: not published: ${reason.message}.`,
    ),
    ...missingImages.map(
      (path) => `warning: the image ${path} is missing; its text is shown instead.`,
    ),
    ...(hasFeeds
      ? []
      : [
          'No feeds and no sitemap: they need the address of the site, like --base https://name.github.io/project/.',
        ]),
    summary,
    ...(hasNews ? [`Next: open ${shown}.`] : []),
  ]);
  return 0;
}

/**
 * Makes the site in its folder.
 *
 * @throws {UsageError} for wrong options, reports and templates; nothing was written
 */
export async function makeSite(
  options: PublishOptions,
  environment: Environment,
): Promise<MadeSite> {
  const { cwd, signal } = environment;
  const settings = await readPublishSettings(options, environment);
  const { published, drafts } = await readPublished(settings, environment);
  if (published.length + drafts.length === 0)
    throw new UsageError('reports-missing', `No report is named like ${settings.config.file}.`, {
      hint: 'Write one with devreport, or set file in devreport.yml to what yours are named like.',
    });
  const root = workingRoot(cwd);
  const images = new Map<string, Uint8Array>();
  const missingImages: string[] = [];
  for (const path of imagesOf(published)) {
    const bytes = readOptionalBytes(join(root, path), root);
    if (bytes) images.set(path, bytes);
    else missingImages.push(path);
  }
  const pages = siteOf(published, { ...settings, images: new Set(images.keys()) });
  signal.throwIfAborted();
  const { written, removed } = writeSite(
    settings.out,
    new Map<string, string | Uint8Array>([...pages, ...images]),
    cwd,
  );
  const shown = relative(cwd, settings.out) || '.';
  return {
    ...{ folder: settings.out, drafts, missingImages },
    hasFeeds: settings.base !== null,
    hasNews: written.length > 0,
    summary: `${many(published.length, 'report')} in ${shown}: ${many(written.length, 'file')} written, ${many(removed.length, 'file')} removed.`,
  };
}
