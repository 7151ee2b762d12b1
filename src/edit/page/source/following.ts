import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { batch } from '@preact/signals';
import { chosen, cursor, said } from '../state.ts';
import { documentNow } from './document.ts';
import { readSoon } from './reading/read-soon.ts';
import { moveReadingSoon } from './reading/settle.ts';
import { isAction } from './text-pane.ts';

/** Tells the other panes where the cursor is, and reads what has changed. */
export const following: Extension = EditorView.updateListener.of((update) => {
  const { docChanged, selectionSet, state, changes, transactions, view } = update;
  if (!docChanged && !selectionSet) return;
  batch(() => {
    cursor.value = state.selection.main.head;
    if (selectionSet && !docChanged) chosen.value = null;
    if (!docChanged) return;
    documentNow.value = state.doc;
    moveReadingSoon(changes);
    const wayBack = ['undo', 'redo'].find((event) =>
      transactions.some((one) => one.isUserEvent(event)),
    );
    // What was said before is no longer so.
    if (wayBack) said.value = wayBack === 'undo' ? 'Undone.' : 'Done again.';
    const isByAction = transactions.some(
      (one) => one.annotation(isAction) ?? wayBack !== undefined,
    );
    readSoon(view, isByAction ? 0 : undefined);
  });
});
