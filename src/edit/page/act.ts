import type { DeskAction } from '../protocol.ts';
import { api, RequestFailed, ServerGone } from './api.ts';
import { said } from './state.ts';
import { textPane } from './text.ts';

/** After these the button that was pressed is gone, or there are words to write. */
const leadToText: ReadonlySet<DeskAction['do']> = new Set([
  ...(['write', 'delete-comment', 'split', 'join', 'bring-back', 'insert-item'] as const),
]);

/** Carries out an action of the editor: the server says which edits it is. */
export async function act(action: DeskAction): Promise<void> {
  const pane = textPane();
  const text = pane.text();
  try {
    const answer = await api.act({ text, action });
    if (pane.text() !== text) {
      // Somebody typed in the meantime: the offsets are those of another text.
      said.value = 'The text has changed in the meantime: try again.';
      return;
    }
    pane.apply(answer);
    if (leadToText.has(action.do)) pane.focus();
    said.value = answer.said;
  } catch (error) {
    if (!(error instanceof RequestFailed || error instanceof ServerGone)) throw error;
    said.value = error.message;
  }
}
