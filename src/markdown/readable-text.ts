import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** What a node says on one line, with a blank between its paragraphs, list items, cells and lines. */
export function readableText(node: Nodes): string {
  return joined(node).replace(/\s+/g, ' ').trim();
}

const apart = new Set<Nodes['type']>([
  'root',
  'blockquote',
  'footnoteDefinition',
  'list',
  'listItem',
  'table',
  'tableRow',
]);

function joined(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if (!('children' in node)) return toString(node);
  return node.children.map(joined).join(apart.has(node.type) ? ' ' : '');
}
