import { dirname, relative, sep } from 'node:path';
import { repositoryRoot } from './repository-root.ts';

/** The folder of everything that belongs to the working directory: its checkout, else itself. */
export function workingRoot(cwd: string): string {
  return repositoryRoot(cwd) ?? cwd;
}

/**
 * The folder that a path may not lead out of once its links are followed: the checkout that it is
 * named in. Null for a path that is in none, which only the user can have chosen.
 *
 * @param path absolute
 */
export function boundaryOf(path: string, cwd: string): string | null {
  const root = workingRoot(cwd);
  return isPathBelow(path, root) ? root : repositoryRoot(dirname(path));
}

/** By the names alone, whatever the links in them. */
export function isPathBelow(path: string, folder: string): boolean {
  const [first] = relative(folder, path).split(sep);
  return first !== '..' && relative(folder, path) !== path;
}
