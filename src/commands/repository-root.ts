import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Environment } from './environment.ts';

/** The root of the checkout that a directory is in; null when it is in none. */
export function repositoryRoot(directory: string): string | null {
  for (let at = resolve(directory); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return null;
  }
}

/** Where reports are unless somebody says otherwise: at the root of the checkout, or here. */
export function reportsFolder({ cwd }: Pick<Environment, 'cwd'>): string {
  return join(repositoryRoot(cwd) ?? cwd, 'reports');
}
