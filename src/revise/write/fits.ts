import type { Bullet } from '../../report/outline.ts';

/** Whether two texts can stand in one list, or in one table: rows with as many cells, or elements of one kind. */
export function fits({ node }: Bullet, { node: other }: Bullet): boolean {
  if (node.type === 'tableRow')
    return other.type === 'tableRow' && other.children.length === node.children.length;
  if (node.type === 'html') return other.type === 'html' && tagOf(node) === tagOf(other);
  return node.type === 'listItem' && other.type === 'listItem';
}

function tagOf({ value }: { value: string }): string {
  return /^<(\w+)/.exec(value)?.[1]?.toLowerCase() ?? '';
}
