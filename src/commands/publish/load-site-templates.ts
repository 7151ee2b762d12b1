import { join, relative } from 'node:path';
import { UsageError } from '../../errors.ts';
import { boundaryOf } from '../../files/boundary-of.ts';
import { packageRoot } from '../../files/package-root.ts';
import { listOptional, readOptional } from '../../files/read-optional.ts';
import { siteTemplateFiles, type SiteTemplates } from '../../publish/site/site-templates.ts';
import type { TemplateSource } from '../../render/template.ts';

/**
 * The templates of a site: devreport's own, and those of a folder that replace them.
 *
 * @param folder absolute; null for devreport's alone
 * @throws {UsageError} `site-templates-missing`, and those of `readOptional`
 */
export function loadSiteTemplates(folder: string | null, cwd: string): SiteTemplates {
  const own = join(packageRoot(), 'templates', 'site');
  const within = folder === null ? null : boundaryOf(join(folder, 'page.hbs'), cwd);
  if (folder !== null) requireTemplates(folder, within, cwd);
  const read = (name: string): TemplateSource => {
    const replaced = folder === null ? null : readOptional(join(folder, name), within);
    if (folder !== null && replaced !== null)
      return { file: relative(cwd, join(folder, name)), source: replaced };
    return { file: `templates/site/${name}`, source: readOptional(join(own, name), null) ?? '' };
  };
  return Object.fromEntries(siteTemplateFiles.map((name) => [name, read(name)])) as SiteTemplates;
}

function requireTemplates(folder: string, within: string | null, cwd: string): void {
  const names: readonly string[] = siteTemplateFiles;
  if (listOptional(folder, within).some((name) => names.includes(name))) return;
  throw new UsageError(
    'site-templates-missing',
    `No template of a site in ${relative(cwd, folder) || folder}.`,
    { hint: `Its files replace those of the same name: ${names.join(', ')}.` },
  );
}
