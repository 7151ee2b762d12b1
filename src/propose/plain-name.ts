import { plainText } from '../markdown/plain-text.ts';

/** Whether a name is all visible, on one line: a config must hold it unchanged. */
export function isPlainName(text: string): boolean {
  return text !== '' && plainText(text) === text;
}
