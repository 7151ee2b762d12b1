import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** What a node says on one line, with a blank between its paragraphs, list items, cells and lines. */
export function readableText(node: Nodes): string {
  return joined(node, true).replace(/\s+/g, ' ').trim();
}

/** The same without the tags of HTML. */
export function readableTextWithoutTags(node: Nodes): string {
  return joined(node, false).replace(/\s+/g, ' ').trim();
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

function joined(node: Nodes, includeHtml: boolean): string {
  if (node.type === 'break') return ' ';
  if (!('children' in node)) return toString(node, { includeHtml });
  return node.children
    .map((child) => joined(child, includeHtml))
    .join(apart.has(node.type) ? ' ' : '');
}
