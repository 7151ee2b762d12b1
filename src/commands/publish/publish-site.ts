import { join, relative } from 'node:path';
import { UsageError } from '../../errors.ts';
import { workingRoot } from '../../files/boundary-of.ts';
import { readOptionalBytes } from '../../files/read-optional.ts';
import { imagesOf } from '../../publish/site/images-of.ts';
import { siteOf } from '../../publish/site/site.ts';
import type { Environment, ExitCode } from '../environment.ts';
import { many } from '../../markdown/many.ts';
import type { PublishOptions } from './options.ts';
import { readPublishSettings } from './publish-settings.ts';
import { readPublished } from './published-reports.ts';
import { writeSite } from './site-folder.ts';

/** Makes the site in its folder. */
export async function publishSite(
  options: PublishOptions,
  environment: Environment,
): Promise<ExitCode> {
  const { cwd, signal, stderr } = environment;
  const settings = await readPublishSettings(options, environment);
  const { published, drafts } = await readPublished(settings, environment);
  if (published.length + drafts.length === 0)
    throw new UsageError('reports-missing', `No report is named like ${settings.config.file}.`, {
      hint: 'Write one with devreport, or set file in devreport.yml to what yours are named like.',
    });
  stderr.lines(
    drafts.map(({ path, reason }) => `${path}:${reason.line}: not published: ${reason.message}.`),
  );
  const root = workingRoot(cwd);
  const images = new Map<string, Uint8Array>();
  for (const path of imagesOf(published)) {
    const bytes = readOptionalBytes(join(root, path), root);
    if (bytes) images.set(path, bytes);
    else stderr.lines([`warning: the image ${path} is missing; its text is shown instead.`]);
  }
  const pages = siteOf(published, { ...settings, images: new Set(images.keys()) });
  signal.throwIfAborted();
  const { written, removed } = writeSite(
    settings.out,
    new Map<string, string | Uint8Array>([...pages, ...images]),
    cwd,
  );
  const shown = relative(cwd, settings.out) || '.';
  stderr.lines([
    ...(settings.base === null
      ? [
          'No feeds and no sitemap: they need the address of the site, like --base https://name.github.io/project/.',
        ]
      : []),
    `${many(published.length, 'report')} in ${shown}: ${many(written.length, 'file')} written, ${many(removed.length, 'file')} removed.`,
    ...(written.length > 0 ? [`Next: open ${join(shown, 'index.html')}.`] : []),
  ]);
  return 0;
}
