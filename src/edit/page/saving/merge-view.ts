import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { MergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { appearance } from '../source/appearance.ts';
import { lineEndings } from '../source/line-endings.ts';
import { specialCharacters } from '../source/special-characters.ts';

export interface Side {
  name: string;
  text: string;
}

const SCAN_LIMIT = 500;

export function mergeViewIn(parent: HTMLElement, left: Side, right: Side): MergeView {
  return new MergeView({
    parent,
    a: { doc: left.text, extensions: [both(left), EditorState.readOnly.of(true)] },
    b: { doc: right.text, extensions: [both(right), history(), keymap.of(historyKeymap)] },
    revertControls: 'a-to-b',
    renderRevertControl: takeButton,
    collapseUnchanged: { margin: 3, minSize: 6 },
    gutter: true,
    diffConfig: { scanLimit: SCAN_LIMIT },
  });
}

function both({ name }: Side): Extension {
  return [
    ...[lineEndings, specialCharacters, appearance, EditorView.lineWrapping],
    keymap.of(defaultKeymap),
    EditorView.contentAttributes.of({ 'aria-label': name, spellcheck: 'false' }),
  ];
}

function takeButton(): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '→';
  button.title = 'Take this change from the left';
  button.setAttribute('aria-label', button.title);
  return button;
}
