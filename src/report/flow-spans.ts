import type { Nodes } from 'mdast';
import type { Span } from '../markdown/span.ts';

/**
 * The spans of a node's children, without trailing blanks. The position of an unclosed code block inside a
 * list or quote reaches into the node after it.
 */
export function flowSpans(
  text: string,
  parent: { children: readonly Nodes[] },
  limit: number,
): Span[] {
  const starts = parent.children.map(({ position }) => position?.start.offset ?? limit);
  return parent.children.map(({ position }, index) => {
    const start = starts[index] ?? limit;
    let end = Math.min(position?.end.offset ?? limit, starts[index + 1] ?? limit, limit);
    while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
    return { start, end };
  });
}

/** Whether the children of a node are blocks. */
export function isFlow({ type }: Nodes): boolean {
  return type === 'blockquote' || type === 'listItem' || type === 'footnoteDefinition';
}
