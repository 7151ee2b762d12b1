import { pageAlone } from '../../publish/site/page-alone.ts';
import { readReport } from '../../report/report.ts';
import type { Environment } from '../environment.ts';
import type { CommandSettings } from '../facts/settings.ts';
import { publishedReport } from './published-reports.ts';
import { publishSettings } from './publish-settings.ts';

/**
 * The page of a draft, without its comments for the editor.
 *
 * @param text of the draft
 * @param path of the report, from the root of the checkout
 * @param date of the report
 */
export async function draftPage(
  text: string,
  { path, date }: { path: string; date: string },
  settings: Pick<CommandSettings, 'config' | 'directory'>,
  environment: Environment,
): Promise<string> {
  const site = await publishSettings(settings, {}, environment);
  const report = readReport({ path, text });
  return pageAlone(await publishedReport(report, date, undefined, site), site);
}
