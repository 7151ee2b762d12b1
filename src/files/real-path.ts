import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { errorCode } from './error-code.ts';

/** As many links in a row as Linux follows. */
const MOST_LINKS = 40;

/**
 * The path after all symbolic links in it are followed, also for a file that is missing, and for a
 * link whose target is.
 *
 * @throws a system error, like `ELOOP`, for a path that can't be followed
 */
export function realPath(path: string, links = 0): string {
  const known = realPathIfPresent(path);
  if (known !== null) return known;
  const parent = dirname(resolve(path));
  const place = join(parent === resolve(path) ? parent : realPath(parent, links), basename(path));
  const target = linkTarget(place);
  if (target === null) return place;
  if (links === MOST_LINKS) throw Object.assign(new Error('too many links'), { code: 'ELOOP' });
  return realPath(resolve(dirname(place), target), links + 1);
}

function realPathIfPresent(path: string): string | null {
  try {
    return realpathSync(path);
  } catch (error) {
    return nullWhenMissing(error);
  }
}

/** Null for anything but a symbolic link. */
function linkTarget(path: string): string | null {
  try {
    return lstatSync(path).isSymbolicLink() ? readlinkSync(path) : null;
  } catch (error) {
    return nullWhenMissing(error);
  }
}

function nullWhenMissing(error: unknown): null {
  if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return null;
  throw error;
}
