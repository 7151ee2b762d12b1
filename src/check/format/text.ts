import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { plainText } from '../../markdown/plain-text.ts';
import type { CheckedFile } from './checked.ts';

/** The findings for a person to read, one a line, below the name of their file. */
export function formatText(checked: readonly CheckedFile[], { color }: { color: boolean }): string {
  const files = checked.map(({ path, messages }) => {
    const file = new VFile({ path: plainText(path) });
    file.messages = [...messages];
    return file;
  });
  return files.length === 0 ? '' : `${reporter(files, { color })}\n`;
}
