import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { lintGutter } from '@codemirror/lint';
import { search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension, type Text } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { appearance } from './appearance.ts';
import { completeReferences, completeSections } from './complete.ts';
import { lineEndings } from './line-endings.ts';
import { atoms } from './marks/atoms.ts';
import { commentMarks } from './marks/comments.ts';
import { entryMarks } from './marks/entries.ts';
import { openingAtoms } from './marks/open-atom.ts';
import { recordMark } from './marks/record.ts';
import { selectFirst } from './marks/select-first.ts';
import { following } from './following.ts';
import { specialCharacters } from './special-characters.ts';

const writable = new Compartment();

export function createEditor(parent: HTMLElement, doc: Text): EditorView {
  return new EditorView({ parent, state: EditorState.create({ doc, extensions }) });
}

export function setWritable(view: EditorView, canWrite: boolean): void {
  view.dispatch({ effects: writable.reconfigure(EditorState.readOnly.of(!canWrite)) });
}

const extensions: Extension = [
  writable.of(EditorState.readOnly.of(true)),
  ...[lineEndings, specialCharacters, appearance],
  ...[atoms, openingAtoms, commentMarks, entryMarks, recordMark, selectFirst],
  markdown({
    base: markdownLanguage,
    extensions: { remove: ['Subscript', 'Superscript', 'Emoji'] },
    completeHTMLTags: false,
  }),
  autocompletion({ override: [completeReferences, completeSections], icons: false }),
  lintGutter(),
  search({ top: true }),
  history(),
  keymap.of([...completionKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({
    id: 'source-text',
    // Also while it can only be read, where it must be scrolled by keys.
    tabindex: '0',
    'aria-label': 'The report in Markdown',
    spellcheck: 'false',
    autocorrect: 'off',
    autocapitalize: 'off',
  }),
  following,
];
