import type { Root } from 'mdast';
import { walk } from '../../markdown/walk.ts';
import { type Span, spanOf } from '../../markdown/span.ts';

/** The links of a document, with an address or a definition. */
export function linkSpans(root: Root): Span[] {
  const spans: Span[] = [];
  walk(root, (node) => {
    const span = node.type === 'link' || node.type === 'linkReference' ? spanOf(node) : null;
    if (span) spans.push(span);
  });
  return spans;
}
