import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The root of the checkout around a directory; null outside of a checkout. */
export function repositoryRoot(directory: string): string | null {
  for (let folder = resolve(directory); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) return null;
  }
}
