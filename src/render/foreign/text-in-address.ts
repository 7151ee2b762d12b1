import { beforeMarks } from './marks.ts';
import { UnsafePlace } from './unsafe-place.ts';

/**
 * Foreign text as a part of an address. Its slashes stay, for names like `owner/name`.
 *
 * @param before the address up to it
 * @throws {UnsafePlace} when the text would decide where the address leads
 */
export function textInAddress(text: string, before: string): string {
  if (!/^(?:https?:\/\/[^/?#]+[/?#]|[?#]|\.{1,2}\/)/i.test(beforeMarks(before)))
    throw new UnsafePlace('where it decides where a link leads; begin with https:// and a host');
  const encode = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return text
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/[!'()*]/g, encode))
    .join('/');
}
