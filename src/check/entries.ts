import type { ListItem, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ItemLink } from '../report/item-links.ts';
import type { Mention } from '../report/mentions.ts';
import type { Report } from './report.ts';
import type { Span } from '../markdown/span.ts';
import type { Section } from './sections.ts';
import { encloses, spanOf } from '../markdown/span.ts';
import { subjectsOf } from './text/subjects.ts';

/** A list item that cites something, without the lists inside it. */
export interface Entry extends Span {
  links: ItemLink[];
  /** Those of the links that lead to what it is about. */
  subjects: ItemLink[];
  mentions: Mention[];
  section: Section | null;
  /** What the entries that it stands in say. */
  above: Span[];
}

/** The entries of a report, in order. */
export function readEntries(
  tree: Root,
  { prose, links, mentions, sections }: Pick<Report, 'prose' | 'links' | 'mentions' | 'sections'>,
): Entry[] {
  const entries: Entry[] = [];
  const open: { whole: Span; own: Span }[] = [];
  visit(tree, 'listItem', (node) => {
    const span = ownSpan(node);
    const whole = spanOf(node);
    if (!span || !whole) return;
    while (!encloses(open.at(-1)?.whole ?? whole, whole)) open.pop();
    const above = open.map(({ own }) => own);
    open.push({ whole, own: span });
    const cited = links.filter((link) => link.via !== 'definition' && encloses(span, link));
    if (cited.length === 0) return;
    entries.push({
      ...span,
      links: cited,
      subjects: subjectsOf(prose, span, cited),
      mentions: mentions.filter((mention) => encloses(span, mention)),
      section: sections.find(({ body }) => encloses(body, span)) ?? null,
      above,
    });
  });
  return entries;
}

/** From the first to the last of what is not a list: an entry's own words stand above its lists. */
function ownSpan({ children }: ListItem): Span | null {
  const spans = children.flatMap((child) => (child.type === 'list' ? [] : (spanOf(child) ?? [])));
  const [first] = spans;
  return first ? { start: first.start, end: spans.at(-1)?.end ?? first.end } : null;
}
