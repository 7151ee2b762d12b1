import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The root of the checkout that a directory is in; null when it is in none. */
export function repositoryRoot(directory: string): string | null {
  for (let at = resolve(directory); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return null;
  }
}
