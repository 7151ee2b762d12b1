import { lstatSync } from 'node:fs';

/** Whether a path is that of a folder itself, and of no link to one. */
export function isOwnFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
