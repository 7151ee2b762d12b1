import type { Report } from '../../report/report.ts';
import { htmlBlocks, type HtmlOptions } from './html-blocks.ts';
import { writeHtml } from './write-html.ts';

/**
 * The Markdown of a report as HTML, as GitHub shows it, with nothing in it that runs. Front matter, comments
 * and the record are left out.
 *
 * @param parts whether its title is left out
 */
export function reportHtml(
  report: Report,
  options: HtmlOptions,
  { withoutTitle = false } = {},
): string {
  const blocks = htmlBlocks(report, options).filter(({ isTitle }) => !(withoutTitle && isTitle));
  return blocks.map(({ tree }) => `${writeHtml(tree)}\n`).join('');
}
