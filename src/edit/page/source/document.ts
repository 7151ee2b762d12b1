import { Text } from '@codemirror/state';
import { signal } from '@preact/signals';

/** The text as it is now. Its parts are shared with the text before, so that comparing is cheap. */
export const documentNow = signal<Text>(Text.empty);

/** Lines end at a line feed alone: a carriage return is a byte of the file like any other. */
export function asDocument(text: string): Text {
  return Text.of(text.split('\n'));
}
