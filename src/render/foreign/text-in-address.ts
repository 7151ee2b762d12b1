import { beforeMarks } from './marks.ts';
import { UnsafePlace } from './unsafe-place.ts';

export const UNKNOWN_TARGET = 'where it decides where a link leads; begin with https:// and a host';

/**
 * Foreign text as a part of an address. Its slashes stay, for names like `owner/name`.
 *
 * @param before the address up to it
 * @throws {UnsafePlace} when the text would decide where the address leads
 */
export function textInAddress(text: string, before: string): string {
  if (!/^(?:https?:\/\/[^/?#]+[/?#]|[?#]|\.{1,2}\/)/i.test(beforeMarks(before)))
    throw new UnsafePlace(UNKNOWN_TARGET);
  return text
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/[!'()*]/g, percentEncoded))
    .join('/');
}

/**
 * The same in an address that links to itself: what GitHub would take for the punctuation behind it is
 * encoded, too.
 */
export function textInOwnAddress(text: string, before: string): string {
  return textInAddress(text, before).replace(/[-._~]$/, percentEncoded);
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
