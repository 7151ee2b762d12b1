import { type Span, spanOf } from '../../markdown/span.ts';
import { SpanIndex } from '../../markdown/span-index.ts';
import { linkSpans } from './link-spans.ts';
import type { CheckableReport } from './checkable-report.ts';

/**
 * Where titles of pull requests can stand, in the words of others: the text of an entry up to its first
 * link, and in the row of a table that cites an item the cells without a link.
 */
export function quotedTitles(report: CheckableReport): Span[] {
  const links = new SpanIndex<Span>([...linkSpans(report.root), ...report.mentions]);
  const cited = new SpanIndex<Span>(report.links);
  const ofEntries = report.entries.map((entry) => ({
    start: entry.start,
    end: links.within(entry)[0]?.start ?? entry.start,
  }));
  const ofRows = report.bullets.flatMap((bullet) =>
    bullet.node.type !== 'tableRow' || cited.within(bullet).length === 0
      ? []
      : bullet.node.children.flatMap((cell) => spanOf(cell) ?? []),
  );
  return [...ofEntries, ...ofRows.filter((cell) => links.within(cell).length === 0)];
}
