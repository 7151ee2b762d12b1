import { type Extension, Prec } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { closedAtomAt, openAtom } from './atoms.ts';

/** A second click on a link, or Enter when it is selected, opens it like any other text. */
export const openingAtoms: Extension = [
  EditorView.domEventHandlers({
    mousedown(event, view) {
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
      if (event.button !== 0 || event.shiftKey || at === null) return false;
      const { head } = view.state.selection.main;
      const range = closedAtomAt(view.state, at);
      const isFirst = event.detail === 1 && head !== range?.from && head !== range?.to;
      if (!range || isFirst || !isOn(event.target)) return false;
      open(view, range, at);
      return true;
    },
  }),
  Prec.high(keymap.of([{ key: 'Enter', run: openSelected }])),
];

function isOn(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.cm-atom') !== null;
}

function openSelected(view: EditorView): boolean {
  const { from, to, empty } = view.state.selection.main;
  const range = empty ? null : closedAtomAt(view.state, from + 1);
  if (range?.from !== from || range.to !== to) return false;
  open(view, range, from + 1);
  return true;
}

function open(view: EditorView, range: { from: number; to: number }, at: number): void {
  view.dispatch({ effects: openAtom.of(range), selection: { anchor: at }, scrollIntoView: true });
  view.focus();
}
