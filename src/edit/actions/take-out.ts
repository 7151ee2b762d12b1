import type { TextAnswer } from '../protocol.ts';
import type { EditableText } from './text/editable-text.ts';
import { TextChanges } from './text/text-changes.ts';

/** Removes an entry with everything in it. */
export function takeOut(text: EditableText, at: number): TextAnswer {
  const entry = text.entryAt(at);
  const changes = new TextChanges(text);
  changes.lists.remove(entry.bullet);
  const { entries } = text;
  const index = entries.findIndex((one) => one.bullet === entry.bullet);
  const next = entries[index + 1] ?? entries[index - 1];
  const selection = { at: next?.bullet.start ?? entry.bullet.start };
  return changes.answer(`Took ${text.nameOf(entry)} out.`, selection);
}
