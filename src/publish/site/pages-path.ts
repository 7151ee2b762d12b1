import { posix } from 'node:path';
import { encodePath } from '../../markdown/encode-path.ts';

/** The path of the page of a report: that of its file. */
export function pagePath(file: string): string {
  return file.replace(/\.[^./]*$/, '') + '.html';
}

/** The address of a file of the site in another one. */
export function pathBetween(from: string, to: string): string {
  return encodePath(posix.relative(posix.dirname(from), to));
}

/** The path that an address in a file leads to, without query and fragment; null for none inside the root. */
export function pathOfAddress(address: string, file: string): string | null {
  const [written = ''] = address.split(/[?#]/, 1);
  const decoded = decodePath(written.replace(/\\/g, '/'));
  if (decoded === null || decoded.includes('\0')) return null;
  const path = decoded.startsWith('/')
    ? posix.normalize(decoded).slice(1)
    : posix.normalize(posix.join(posix.dirname(file), decoded));
  return path === '..' || path.startsWith('../') ? null : path;
}

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
