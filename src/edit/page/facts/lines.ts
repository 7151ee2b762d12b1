import { computed } from '@preact/signals';
import { isGroupOpen, shownGroups } from './list-state.ts';
import type { FactGroup, FactRow } from './rows.ts';

/** A line of the tree as it is drawn: a title, a group, or a row of an open group. */
export type FactLine = { key: string; position: number; size: number } & (
  | { kind: 'title'; title: string; count: number }
  | { kind: 'group'; group: FactGroup; isOpen: boolean }
  | { kind: 'row'; row: FactRow; group: FactGroup }
);

/** All lines, of which those in sight are drawn. */
export const factLines = computed((): FactLine[] => {
  const groups = shownGroups.value;
  return [
    ...linesOf(
      'In the report',
      groups.filter(({ section }) => section !== null),
    ),
    ...linesOf(
      'Not in the report',
      groups.filter(({ section }) => section === null),
    ),
  ];
});

/** Where a line is, by its key. */
export const lineIndices = computed(
  () => new Map(factLines.value.map(({ key }, index) => [key, index])),
);

function linesOf(title: string, groups: readonly FactGroup[]): FactLine[] {
  if (groups.length === 0) return [];
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const among = { position: 1, size: 1 };
  const lines: FactLine[] = [{ kind: 'title', key: title, title, count, ...among }];
  groups.forEach((group, index) => {
    const { id, rows } = group;
    const isOpen = isGroupOpen(id);
    const place = { position: index + 1, size: groups.length };
    lines.push({ kind: 'group', key: id, group, isOpen, ...place });
    if (!isOpen) return;
    rows.forEach((row, at) => {
      const position = { position: at + 1, size: rows.length };
      lines.push({ kind: 'row', key: row.key, row, group, ...position });
    });
  });
  return lines;
}
