import { computed, signal } from '@preact/signals';
import type { DeskEntry, DeskFacts, DeskReading, DeskReport, FactItem } from '../protocol.ts';

/*
 * What the panes share. The text itself is in the editor; all else here is about it, and can be computed
 * again from it.
 */

/** As it was loaded; null until then. */
export const report = signal<DeskReport | null>(null);

/**
 * What the server read in the text. Its offsets are those of the text now: the editor moves them along
 * with each change, until the next reading is there.
 */
export const reading = signal<DeskReading | null>(null);

/** Whether the reading is of the text as it is now. */
export const isRead = signal(false);

/** Null until the source has answered. */
export const facts = signal<DeskFacts | null>(null);

/** The offset of the cursor. */
export const cursor = signal(0);

/** The item that the facts pane shows, when it is not one at the cursor: chosen in the list. */
export const chosen = signal<string | null>(null);

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'conflict' | 'read-only' | 'gone';
export const saveState = signal<SaveState>('saved');

/** What has just been done or refused, for the status line, which a screen reader reads. */
export const said = signal('');

/** The entry at the cursor. */
export const currentEntry = computed<DeskEntry | null>(() => {
  const at = cursor.value;
  const entries = reading.value?.entries ?? [];
  return entries.findLast(({ start, end }) => start <= at && at <= end) ?? null;
});

/** The item that the facts pane shows. */
export const currentItem = computed<FactItem | null>(() => {
  const id = chosen.value ?? currentEntry.value?.items[0];
  return facts.value?.items.find((item) => item.id === id) ?? null;
});
