import { syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';

const isDark = matchMedia('(prefers-color-scheme: dark)');

/** Style sheets have everything else; what CodeMirror adds itself needs the nonce of the page's script. */
export const appearance: Extension = [
  EditorView.cspNonce.of(document.querySelector('script')?.nonce ?? ''),
  EditorView.darkTheme.of(isDark.matches),
  syntaxHighlighting(classHighlighter),
];
