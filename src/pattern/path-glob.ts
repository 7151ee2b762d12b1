import { readGlob } from './glob.ts';
import { globPattern } from './glob-pattern.ts';
import type { ParsedPattern } from './parsed-pattern.ts';
import { anything, endOfText, literal, repeat, sequence } from './pattern.ts';

/**
 * A glob for the paths of files, from the root of the repository. It may name a folder, like
 * `packages/ui` or `docs/`, and matches everything below it then; `packages/*` only names files.
 */
export function parsePathGlob(source: string): ParsedPattern {
  return readGlob(source, (glob) => {
    const path = glob.replace(/^\//, '').replace(/\/$/, '');
    const last = path.slice(path.lastIndexOf('/') + 1);
    const isFolder = glob.endsWith('/') || !last.includes('*');
    return sequence(globPattern(path, ''), ...(isFolder ? [below] : []), endOfText);
  });
}

const below = repeat(sequence(literal('/', ''), anything), 0, 1);
