import { computed } from '@preact/signals';
import type { DeskAction } from '../../protocol.ts';
import { act } from '../act.ts';
import { opened, type Openable } from '../open.ts';
import { entryOf } from '../show-item.ts';
import { settleReading } from '../source/reading/settle.ts';
import { chosen, currentEntry, currentItem, said } from '../state.ts';

/** What buttons and menus are about: what was chosen, or else the entry at the cursor. */
export const target = computed(() => ({
  item: currentItem.value,
  entry: chosen.value === null ? currentEntry.value : entryOf(chosen.value),
}));

/** Acts on the entry that the buttons are about. */
export function actOnTarget(action: (at: number) => DeskAction): void {
  settleReading();
  const { entry } = target.value;
  if (entry) void act(action(entry.start));
}

/** Opens a menu or a dialog, for which offsets are those of the text now. */
export function open(name: Openable): void {
  settleReading();
  opened.value = name;
}

/** Opens a menu about the entry at the cursor, whatever else is chosen. */
export function openAtCursor(name: Openable): void {
  settleReading();
  chosen.value = null;
  if (target.value.entry) opened.value = name;
  else said.value = 'The cursor is not in an entry.';
}
