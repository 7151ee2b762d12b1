import type { DeskEntry } from '../protocol.ts';
import { chosen, reading } from './state.ts';
import { textPane } from './text.ts';

/** The entry of the text that cites an item: the one about it, if there is one. */
export function entryOf(item: string | undefined): DeskEntry | null {
  if (item === undefined) return null;
  const entries = reading.value?.entries ?? [];
  return (
    entries.find(({ items }) => items[0] === item) ??
    entries.find(({ items }) => items.includes(item)) ??
    null
  );
}

/** Shows an item in all panes; `focus` takes the keyboard to its entry. */
export function showItem(item: string, focus = false): void {
  const entry = entryOf(item);
  if (entry) textPane().go(entry, focus);
  chosen.value = entry?.items[0] === item ? null : item;
}

/** Shows an entry in all panes; `focus` takes the keyboard there. */
export function showEntry(entry: DeskEntry, focus = false): void {
  textPane().go(entry, focus);
  chosen.value = null;
}
