import { cursor } from '../state.ts';
import { textPane } from '../text.ts';

/** Gives the keyboard back to the text, where it was. */
export function backToText(): void {
  textPane().go({ start: cursor.value, end: cursor.value }, true);
}
