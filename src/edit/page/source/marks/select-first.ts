import { type ChangeSet, EditorState, type Extension } from '@codemirror/state';
import { titleLinkIn } from './atoms.ts';
import { foldedRecord } from './record.ts';

/**
 * Backspace at what shows less than it is, the record or a title with its address, selects it. Once more
 * deletes it.
 */
export const selectFirst: Extension = EditorState.transactionFilter.of((transaction) => {
  const { changes, startState: state } = transaction;
  if (!state.selection.main.empty || !transaction.isUserEvent('delete')) return transaction;
  const [deleted] = changedIn(changes);
  if (!deleted) return transaction;
  const record = foldedRecord(state);
  const isInRecord = record && deleted.from < record.to && record.from < deleted.to;
  const hidden = isInRecord ? record : titleLinkIn(state, deleted);
  // Deleting a whole line is what it looks like.
  if (!hidden || deleted.from < hidden.from) return transaction;
  return { selection: { anchor: hidden.from, head: hidden.to }, scrollIntoView: true };
});

function changedIn(changes: ChangeSet): { from: number; to: number }[] {
  const all: { from: number; to: number }[] = [];
  changes.iterChanges((from, to) => void all.push({ from, to }));
  return all;
}
