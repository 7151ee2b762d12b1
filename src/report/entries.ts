import { type Span, spanOf } from '../markdown/span.ts';
import { SpanIndex } from '../markdown/span-index.ts';
import type { ItemLink } from './links/item-links.ts';
import { type Bullet, withOuter } from './outline.ts';
import type { Report } from './report.ts';
import type { ReportSection } from './sections.ts';

/** A list item that links to an item, without the lists inside it. */
export interface ReportEntry extends Span {
  links: ItemLink[];
  /** Null above the first heading. */
  section: ReportSection | null;
  /** The spans of the list items around it, without the lists inside them; outermost first. */
  above: Span[];
}

/** The entries of a report, in order. */
export function entriesOf({ bullets }: Report, links: readonly ItemLink[]): ReportEntry[] {
  const cited = new SpanIndex(links.filter(({ via }) => via !== 'definition'));
  return bullets.flatMap((bullet) => {
    const span = ownSpan(bullet.node);
    if (!span) return [];
    const own = cited.within(span);
    const { section } = bullet.list.block;
    const above = withOuter(bullet.outer).flatMap(({ node }) => ownSpan(node) ?? []);
    return own.length === 0
      ? []
      : [
          {
            ...span,
            links: own,
            section: section.heading ? section : null,
            above: above.toReversed(),
          },
        ];
  });
}

/** From the first to the last node that is not a list: an entry's own words come before its lists. */
function ownSpan(node: Bullet['node']): Span | null {
  if (node.type !== 'listItem') return null;
  const spans = node.children.flatMap((child) =>
    child.type === 'list' ? [] : (spanOf(child) ?? []),
  );
  const [first] = spans;
  return first ? { start: first.start, end: spans.at(-1)?.end ?? first.end } : null;
}
