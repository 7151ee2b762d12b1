import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import { readingIn } from './read.ts';

interface RecordFold {
  from: number;
  to: number;
  isOpen: boolean;
}

const openRecord = StateEffect.define();

const START = '<!-- devreport record';
const END = '-->';

const fold = StateField.define<RecordFold | null>({
  create: (state) => recordIn(state),
  update(before, transaction) {
    const { changes, docChanged, effects, state } = transaction;
    const isOpen = (before?.isOpen ?? false) || effects.some((effect) => effect.is(openRecord));
    if (readingIn(transaction)) {
      const found = recordIn(state);
      return found && { ...found, isOpen };
    }
    if (!before || (!docChanged && isOpen === before.isOpen)) return before;
    const [from, to] = [changes.mapPos(before.from, 1), changes.mapPos(before.to, -1)];
    return from < to ? { from, to, isOpen } : null;
  },
  provide: (field) => [
    EditorView.decorations.from(field, shown),
    EditorView.atomicRanges.from(field, (record) => () => shown(record)),
  ],
});

class Folded extends WidgetType {
  override toDOM(view: EditorView): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'cm-record';
    button.textContent = 'What devreport remembers for the next run…';
    button.title = 'Show the record. Leave it as it is.';
    button.addEventListener('click', () => view.dispatch({ effects: openRecord.of(null) }));
    return button;
  }
  override eq(): boolean {
    return true;
  }
  override ignoreEvent(): boolean {
    return true;
  }
}

const folded = Decoration.replace({ widget: new Folded() });

function shown(record: RecordFold | null): DecorationSet {
  if (!record || record.isOpen) return Decoration.none;
  return Decoration.set(folded.range(record.from, record.to));
}

/** The record at the end is one line until it is asked for. */
export const recordMark: Extension = fold;

/** Of the record, while it is one line. */
export function foldedRecord(state: EditorState): { from: number; to: number } | null {
  const record = state.field(fold);
  return record && !record.isOpen ? record : null;
}

function recordIn({ doc }: EditorState): RecordFold | null {
  const text = doc.toString();
  const from = text.lastIndexOf(START);
  const end = from === -1 ? -1 : text.indexOf(END, from);
  return end === -1 ? null : { from, to: end + END.length, isOpen: false };
}
