import { reading } from '../state.ts';
import { showEntry, showItem } from '../show-item.ts';
import { settleReading } from '../source/reading/settle.ts';
import type { FactRow } from './rows.ts';

/** Shows what a row is about in all panes; `focus` takes the keyboard to its entry. */
export function showRow({ items: [subject], title }: FactRow, focus = false): void {
  settleReading();
  if (subject !== undefined) showItem(subject, focus);
  else {
    const entry = reading.value?.entries.find((one) => one.title === title);
    if (entry) showEntry(entry, focus);
  }
}
