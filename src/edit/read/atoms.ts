import { visit } from 'unist-util-visit';
import type { CheckableReport } from '../../check/text/checkable-report.ts';
import { profileOf } from '../../item/profile.ts';
import { spanOf } from '../../markdown/span.ts';
import { SpanIndex } from '../../markdown/span-index.ts';
import { citedItemsReader } from '../../report/links/cited-items.ts';
import type { DeskReading } from '../protocol.ts';

type Atom = DeskReading['atoms'][number];

/** The links to items and people, and the people named without a link, in the order of the text. */
export function atomsIn(report: CheckableReport, server: string): Atom[] {
  const { root, definitions, mentions } = report;
  const links: Atom[] = [];
  const read = citedItemsReader(root, server);
  visit(root, (node) => {
    if (node.type !== 'link' && node.type !== 'linkReference') return;
    const span = spanOf(node);
    if (!span) return;
    const { url = '' } = node.type === 'link' ? node : (definitions.get(node.identifier) ?? {});
    const item = read(node)[0]?.item ?? null;
    const login = item === null ? profileOf(url, server) : null;
    if (item !== null || login !== null) links.push({ ...span, item, login });
  });
  const linked = new SpanIndex(links);
  const named = mentions.filter((mention) => !linked.overlaps(mention));
  return [
    ...links,
    ...named.map(({ start, end, login }) => ({ start, end, item: null, login })),
  ].toSorted((a, b) => a.start - b.start);
}
