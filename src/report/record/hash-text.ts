import { createHash } from 'node:crypto';

/** The first 16 hex digits of a text's SHA-256. Line endings and the blanks around it are not the text. */
export function hashText(text: string): string {
  return createHash('sha256')
    .update(text.replace(/\r\n?/g, '\n').trim())
    .digest('hex')
    .slice(0, 16);
}
