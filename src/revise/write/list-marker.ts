import type { Bullet } from '../../report/outline.ts';

/** The bullet of a file's lists of entries, with its blanks. */
export function markerOf(entries: readonly { bullet: Bullet | null }[]): string {
  const plain = entries.find(
    ({ bullet }) =>
      bullet?.prefix === '' &&
      bullet.list.node.type === 'list' &&
      bullet.list.node.ordered !== true,
  );
  return plain?.bullet?.marker ?? '- ';
}
