import type { Nodes, Root } from 'mdast';
import { nodesIn } from '../../markdown/nodes-in.ts';
import { type Span, spanOf } from '../../markdown/span.ts';

/** The paragraphs, headings and table cells of a document, which contain its running text; in order. */
export function containersOf(root: Root): Span[] {
  const spans: Span[] = [];
  for (const node of nodesIn(root)) {
    if (!isContainer(node)) continue;
    const span = spanOf(node);
    if (span) spans.push(span);
  }
  return spans;
}

/** Whether a node contains running text; none is in another one. */
export function isContainer({ type }: Nodes): boolean {
  return type === 'paragraph' || type === 'heading' || type === 'tableCell';
}
