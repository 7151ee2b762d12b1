import type { Nodes, Text } from 'mdast';
import { fieldOf, nodeFields } from './node-fields.ts';

/** Whether two trees are the same, whatever the positions, and in how many nodes a text is. */
export function isSameTree(one: Nodes, other: Nodes): boolean {
  if (!isSameNode(one, other)) return false;
  if (!('children' in one) || !('children' in other)) return true;
  const [left, right] = [joined(one.children), joined(other.children)];
  return (
    left.length === right.length &&
    left.every((child, index) => {
      const match = right[index];
      return match !== undefined && isSameTree(child, match);
    })
  );
}

function isSameNode(one: Nodes, other: Nodes): boolean {
  return (
    nodeFields.every((field) => fieldOf(one, field) === fieldOf(other, field)) &&
    (one.type !== 'table' ||
      other.type !== 'table' ||
      isSameList(one.align ?? [], other.align ?? []))
  );
}

function isSameList(one: readonly unknown[] = [], other: readonly unknown[] = []): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}

/** The nodes with each run of texts as one. */
function joined(nodes: readonly Nodes[]): readonly Nodes[] {
  const isSecond = (node: Nodes, index: number) =>
    node.type === 'text' && nodes[index - 1]?.type === 'text';
  if (!nodes.some(isSecond)) return nodes;
  const all: Nodes[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (node.type !== 'text' || last?.type !== 'text') all.push(node);
    else all[all.length - 1] = { type: 'text', value: last.value + node.value } satisfies Text;
  }
  return all;
}
