import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Checkout } from '../../check/context/checkout.ts';
import { repositoryRoot } from '../../files/repository-root.ts';

/** The repository around a report, or, where there is none, the working directory. */
export function openCheckout(report: string, cwd: string): Checkout {
  const root = repositoryRoot(dirname(report)) ?? cwd;
  return {
    report: relative(root, report).split(sep).join('/'),
    exists: (path) => existsSync(join(root, path)),
    read: (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null),
  };
}
