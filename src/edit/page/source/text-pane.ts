import { isolateHistory } from '@codemirror/commands';
import { diff } from '@codemirror/merge';
import { Annotation, type ChangeSpec, type TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { said } from '../state.ts';
import type { TextPane } from '../text.ts';

/** Marks what is no typing: the text is read again at once. */
export const isAction = Annotation.define<boolean>();

/** How hard to look for the smallest difference. */
const SCAN_LIMIT = 500;

/** What the other panes may do with the editor. */
export function textPaneOf(view: EditorView): TextPane {
  const step = (spec: TransactionSpec): void =>
    view.dispatch({
      ...spec,
      annotations: [isolateHistory.of('full'), isAction.of(true)],
      userEvent: 'desk',
    });
  return {
    text: () => view.state.doc.toString(),
    apply: ({ edits, select }) => {
      if (view.state.readOnly) {
        said.value = 'The text can’t be changed now.';
        return;
      }
      step({
        changes: edits
          .toSorted((a, b) => a.start - b.start || a.end - b.end)
          .map(({ start, end, text }) => ({ from: start, to: end, insert: text })),
        ...(select && {
          selection: { anchor: select.start, head: select.end },
          scrollIntoView: true,
        }),
      });
    },
    go: ({ start }, focus = false) => {
      const at = Math.min(start, view.state.doc.length);
      view.dispatch({
        selection: { anchor: at },
        effects: EditorView.scrollIntoView(at, { y: 'center' }),
        userEvent: 'select',
      });
      if (focus) view.focus();
    },
    focus: () => view.focus(),
    // Also of a file that can't be written, which somebody else has.
    replace: (text) => step({ changes: minimalChanges(view, text) }),
    top: () => view.lineBlockAtHeight(view.scrollDOM.scrollTop - view.documentPadding.top).from,
    scrollTo: (offset) => {
      const at = Math.min(offset, view.state.doc.length);
      view.dispatch({ effects: EditorView.scrollIntoView(at, { y: 'start' }) });
    },
    onScroll: (listener) => view.scrollDOM.addEventListener('scroll', listener, { passive: true }),
  };
}

function minimalChanges(view: EditorView, text: string): ChangeSpec[] {
  return diff(view.state.doc.toString(), text, { scanLimit: SCAN_LIMIT }).map(
    ({ fromA, toA, fromB, toB }) => ({
      from: fromA,
      to: toA,
      insert: text.slice(fromB, toB),
    }),
  );
}
