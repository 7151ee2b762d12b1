import type { Nodes } from 'mdast';

/** A node and all nodes in it, in the order of the text. */
export function nodesIn(root: Nodes): Nodes[] {
  const nodes: Nodes[] = [];
  const add = (node: Nodes): void => {
    nodes.push(node);
    if ('children' in node) node.children.forEach(add);
  };
  add(root);
  return nodes;
}
