import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { type Span, spanOf } from '../../markdown/span.ts';

/** The links of a document, with an address or a definition. */
export function linkSpans(root: Root): Span[] {
  const spans: Span[] = [];
  visit(root, (node) => {
    const span = node.type === 'link' || node.type === 'linkReference' ? spanOf(node) : null;
    if (span) spans.push(span);
  });
  return spans;
}
