import { effect, signal } from '@preact/signals';
import type { DeskReading } from '../protocol.ts';
import { isRead, reading } from './state.ts';

/**
 * The last reading of a text that could be read. Unlike `reading`, it stays the same while somebody types, so
 * that lists and the preview are drawn again only after a pause; its offsets are of then.
 */
export const settled = signal<DeskReading | null>(null);

effect(() => {
  const latest = reading.value;
  if (isRead.value && latest?.problem === null) settled.value = latest;
});
