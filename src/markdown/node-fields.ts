import type { Nodes } from 'mdast';

/** What a node can say besides its children. Labels are compared instead of identifiers. */
export const nodeFields = [
  ...(['type', 'value', 'url', 'title', 'alt', 'label', 'referenceType', 'lang', 'meta'] as const),
  ...(['depth', 'ordered', 'start', 'checked'] as const),
];

type NodeField = (typeof nodeFields)[number];

export function fieldOf(node: Nodes & Partial<Record<NodeField, unknown>>, field: NodeField) {
  const value = node[field] ?? null;
  // To code that nothing closes belong the blank lines up to the end of what it is in.
  return node.type === 'code' && typeof value === 'string' ? value.trimEnd() : value;
}
