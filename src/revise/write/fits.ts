import type { Bullet } from '../../report/outline.ts';

/** Whether two texts can stand in one list, or in one table: rows with as many cells. */
export function fits({ node }: Bullet, { node: other }: Bullet): boolean {
  if (node.type === 'tableRow')
    return other.type === 'tableRow' && other.children.length === node.children.length;
  return node.type === 'listItem' && other.type === 'listItem';
}
