import { type Document, isAlias, isMap, isNode, isScalar, type Node, visit } from 'yaml';

/**
 * Reports keys that come twice, and aliases of nothing or of what they are in, in one walk: the parser
 * compares each key with each other one, and looks for each alias from the beginning.
 */
export function checkStructure(
  document: Document,
  report: (at: Node, message: string) => void,
): void {
  const anchors = new Map<string, Node>();
  visit(document, (_, node, ancestors) => {
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (!target) report(node, `unknown alias *${node.source}`);
      else if (ancestors.includes(target)) report(node, `*${node.source} is inside itself`);
      return;
    }
    // Of equal anchors, the last one above an alias counts.
    if (isNode(node) && node.anchor !== undefined) anchors.set(node.anchor, node);
    if (!isMap(node)) return;
    const keys = new Set<unknown>();
    for (const { key } of node.items) {
      if (!isScalar(key)) continue;
      if (keys.has(key.value)) report(key, `duplicate key "${String(key.value)}"`);
      keys.add(key.value);
    }
  });
}
