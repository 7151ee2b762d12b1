import type { Nodes, Parents } from 'mdast';

/** Returned to leave out what is in a node. */
export const SKIP = Symbol('skip');

/**
 * Calls a function for each node in another one, in the order of the text. unist-util-visit does the
 * same, but names a function after each node, for debuggers: that takes most of its time.
 */
export function walk(
  node: Nodes,
  visit: (node: Nodes, index: number, parent: Parents) => unknown,
): void {
  if (!('children' in node)) return;
  const { children } = node;
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (child && visit(child, index, node) !== SKIP) walk(child, visit);
  }
}
