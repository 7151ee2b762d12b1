import type { Root } from 'mdast';
import { SKIP, walk } from '../../markdown/walk.ts';
import { type Span, spanOf } from '../../markdown/span.ts';

/** The paragraphs, headings and table cells of a document, which contain its running text; in order. */
export function containersOf(root: Root): Span[] {
  const spans: Span[] = [];
  walk(root, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    const span = spanOf(node);
    if (span) spans.push(span);
    return SKIP;
  });
  return spans;
}
