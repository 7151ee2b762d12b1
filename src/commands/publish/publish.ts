import { UsageError } from '../../errors.ts';
import type { Environment, ExitCode } from '../environment.ts';
import type { PublishOptions } from './options.ts';

/**
 * Makes a site of the reports, or a page of one.
 *
 * @param what `site`, or the path of a report
 * @throws {UsageError} for wrong options, reports and templates; nothing was written
 */
export async function publish(
  what: string,
  options: PublishOptions,
  environment: Environment,
): Promise<ExitCode> {
  if (what === 'site') {
    requireNone(options, ['output'], 'The site goes to a folder; name it with --out.');
    const { publishSite } = await import('./publish-site.ts');
    return publishSite(options, environment);
  }
  requireNone(options, ['out', 'base'], 'They are for the site; name the page with -o.');
  const { publishPage } = await import('./publish-page.ts');
  return publishPage(what, options, environment);
}

function requireNone(
  options: PublishOptions,
  names: readonly (keyof PublishOptions)[],
  hint: string,
): void {
  const used = names.filter((name) => options[name] !== undefined).map((name) => `--${name}`);
  if (used.length > 0)
    throw new UsageError('usage', `${used.join(' and ')} can't be used here.`, { hint });
}
