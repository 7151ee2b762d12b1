import { basename, dirname, extname, join } from 'node:path';
import { isPathBelow } from '../../files/boundary-of.ts';

/**
 * The posts that are named like one, with numbers in their names or in those of their folders:
 * `2026-05-31-this-month.md`, `2026-05/index.md`. In the order of the numbers.
 *
 * @param own an absolute path
 * @param within the folder that folders are searched in; null for none but its own
 * @param namesIn gives the names in a folder
 */
export function postsLike(
  own: string,
  within: string | null,
  namesIn: (folder: string) => readonly string[],
): string[] {
  const folder = dirname(own);
  const around = dirname(folder);
  const inFolders = within === null || isPathBelow(folder, within);
  const paths = isNumbered(basename(own))
    ? namesIn(folder)
        .filter((name) => isNumbered(name) && extname(name) === extname(own))
        .map((name) => join(folder, name))
    : isNumbered(basename(folder)) && inFolders
      ? namesIn(around)
          .filter(isNumbered)
          .map((name) => join(around, name, basename(own)))
      : [];
  return paths.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

function isNumbered(name: string): boolean {
  return /\d/.test(name);
}
