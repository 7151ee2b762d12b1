import type { Span } from '../../markdown/span.ts';
import { citationsIn } from '../../report/links/citations.ts';
import type { Report } from '../../report/report.ts';
import { htmlBlocks, type HtmlOptions } from './html-blocks.ts';
import type { PreviewBlock } from './preview-block.ts';
import { writeHtml } from './write-html.ts';

/**
 * The HTML of a report in blocks, in order: one for each node at its top level that shows something, or for
 * all those between the tags of an element. Footnotes are the last one.
 */
export function previewBlocks(report: Report, options: HtmlOptions): PreviewBlock[] {
  const entries = new Map<number, Span>();
  for (const { bullet } of citationsIn(report, options.server, options.home))
    if (bullet) entries.set(bullet.start, bullet);
  return htmlBlocks(report, options, entries).map(({ start, end, tree }) => {
    return { start, end, html: writeHtml(tree) };
  });
}
