import { dirname, extname, join } from 'node:path';
import type { DeskImage } from '../../edit/server/host.ts';
import { UsageError } from '../../errors.ts';
import { readOptionalBytes } from '../../files/read-optional.ts';

/** The images that are shown, by their extensions. An SVG runs nothing where it is an image. */
const imageTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
};

/**
 * An image beside a report; null where there is none.
 *
 * @param report its path
 * @param address relative, percent-encoded
 */
export function deskImage(report: string, address: string): DeskImage | null {
  const type = imageTypes[extname(address).toLowerCase()];
  if (type === undefined) return null;
  const folder = dirname(report);
  try {
    const bytes = readOptionalBytes(join(folder, decodeURIComponent(address)), folder);
    return bytes && { bytes, type };
  } catch (error) {
    // A malformed address, or a link that leads outside: there is no such image.
    if (error instanceof URIError || error instanceof UsageError) return null;
    throw error;
  }
}

/** Where the server has what a report shows by a path from its own folder; null for what is elsewhere. */
export function imageAddress(path: string): string | null {
  const files = new URL('http://127.0.0.1/files/');
  if (!URL.canParse(path, files.href)) return null;
  const { origin, pathname } = new URL(path, files);
  return origin === files.origin && pathname.startsWith(files.pathname) ? pathname : null;
}
