import { relative, sep } from 'node:path';

/** The path of a file from a folder, with slashes. */
export function pathFrom(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}
