import type { DeskAction } from '../protocol.ts';
import { api, RequestFailed, ServerGone } from './api.ts';
import { said } from './state.ts';
import { textPane } from './text.ts';

/** After these the button that was pressed is gone, or there are words to write. */
const leadToText: ReadonlySet<DeskAction['do']> = new Set([
  ...(['write', 'delete-comment', 'split', 'join', 'bring-back', 'insert-item'] as const),
]);

/** Fulfilled when all actions that were started have ended. */
let acting: Promise<unknown> = Promise.resolve();

/** Waits until the text has what the editor has asked for so far. */
export async function actionsDone(): Promise<void> {
  await acting;
}

/** Carries out an action of the editor: the server says which edits it is. */
export function act(action: DeskAction): Promise<void> {
  const done = carryOut(action);
  acting = Promise.allSettled([acting, done]);
  return done;
}

async function carryOut(action: DeskAction): Promise<void> {
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
