import type { ChangeSet } from '@codemirror/state';
import type { DeskReading } from '../../../protocol.ts';
import { isRead, reading } from '../../state.ts';
import { movedReading } from './move-reading.ts';

/** How long the reading may lag behind a key, in milliseconds. */
const LAG = 300;

/** What has changed since the offsets of the reading were right. */
let pending: ChangeSet | null = null;
let timer: number | undefined;

/**
 * Moves the offsets of the reading along. Everything that shows it is drawn again then, so that it waits
 * for a pause between two keys: whoever uses its offsets at once calls `settleReading` before.
 */
export function moveReadingSoon(changes: ChangeSet): void {
  pending = pending?.compose(changes) ?? changes;
  isRead.value = false;
  clearTimeout(timer);
  timer = setTimeout(settleReading, LAG);
}

/** Makes the offsets of the reading those of the text as it is now. */
export function settleReading(): void {
  if (!pending) return;
  const changes = pending;
  pending = null;
  if (reading.value) reading.value = movedReading(reading.value, changes);
}

/** Takes over a reading of the text as it is now. */
export function showReading(read: DeskReading): void {
  pending = null;
  reading.value = read;
  isRead.value = true;
}
