import { hashText } from './record.ts';

/** Whether a file is a draft as devreport wrote it, to the last word. */
export function isUntouched(text: string): boolean {
  const end = text.lastIndexOf('<!-- devreport record');
  const hash = /"draft": "([0-9a-f]+)"/.exec(text.slice(Math.max(0, end)))?.[1];
  return end >= 0 && hash === hashText(text.slice(0, end));
}
