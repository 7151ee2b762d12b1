import type { Root } from 'mdast';
import { nodesIn } from '../../markdown/nodes-in.ts';
import { type Span, spanOf } from '../../markdown/span.ts';

/** The links of a document, with an address or a definition. */
export function linkSpans(root: Root): Span[] {
  const spans: Span[] = [];
  for (const node of nodesIn(root)) {
    const span = node.type === 'link' || node.type === 'linkReference' ? spanOf(node) : null;
    if (span) spans.push(span);
  }
  return spans;
}
