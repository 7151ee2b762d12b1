import type { ListItem, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ItemLink } from './item-links.ts';
import type { Mention } from './mentions.ts';
import type { Span } from './rule.ts';
import type { Section } from './sections.ts';
import { contains, spanOf } from './span.ts';

/** A list item that cites something, without the lists inside it. */
export interface Entry extends Span {
  links: ItemLink[];
  mentions: Mention[];
  section: Section | null;
}

/** The entries of a report, in order. */
export function readEntries(
  tree: Root,
  links: readonly ItemLink[],
  mentions: readonly Mention[],
  sections: readonly Section[],
): Entry[] {
  const entries: Entry[] = [];
  visit(tree, 'listItem', (node: ListItem) => {
    const span = ownSpan(node);
    if (!span) return;
    const cited = links.filter((link) => link.via !== 'definition' && contains(span, link));
    if (cited.length === 0) return;
    entries.push({
      ...span,
      links: cited,
      mentions: mentions.filter((mention) => contains(span, mention)),
      section: sections.find(({ body }) => contains(body, span)) ?? null,
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
