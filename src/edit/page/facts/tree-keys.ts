import type { FactLine } from './lines.ts';
import { toggleGroup } from './list-state.ts';

/**
 * Where a key leads in a tree of two levels; left and right also open and close groups.
 *
 * @returns null when it leads nowhere else, undefined for a key that means nothing here
 */
export function stepInTree(
  key: string,
  all: readonly FactLine[],
  from: FactLine,
): FactLine | null | undefined {
  const lines = all.filter(({ kind }) => kind !== 'title');
  const at = lines.indexOf(from);
  const isGroup = from.kind === 'group';
  switch (key) {
    case 'ArrowDown':
      return lines[at + 1] ?? null;
    case 'ArrowUp':
      return lines[at - 1] ?? null;
    case 'Home':
      return lines[0] ?? null;
    case 'End':
      return lines.at(-1) ?? null;
    case 'ArrowRight':
      if (isGroup && from.isOpen) return lines[at + 1] ?? null;
      if (isGroup) toggleGroup(from.key, true);
      return null;
    case 'ArrowLeft':
      if (!isGroup) return lines.findLast(({ kind }, index) => kind === 'group' && index < at);
      toggleGroup(from.key, false);
      return null;
    default:
      return undefined;
  }
}
