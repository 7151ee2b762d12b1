import { readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readRegularFile } from '../../../files/read-regular-file.ts';
import { DevreportError } from '../../../errors.ts';

/** Where git reads files in a git directory; `refs` with all folders below. */
const FOLDERS = ['.', 'info', 'objects/info', 'objects/pack', 'refs'];

/**
 * The first pipe or device among the files that git reads in a clone, including those that its
 * configuration names; null without one. Git would wait for such a file, or read it, forever.
 */
export function irregularFile(directory: string): string | null {
  const gitDirectory = isFolder(join(directory, '.git')) ? join(directory, '.git') : directory;
  const files = FOLDERS.flatMap((folder) =>
    specialFilesIn(join(gitDirectory, folder), folder === 'refs'),
  );
  return [...files, ...includedIn(join(gitDirectory, 'config'))].find(isIrregular) ?? null;
}

/** Neither files nor folders, but perhaps links to them. */
function specialFilesIn(folder: string, recursive: boolean): string[] {
  if (!isFolder(folder)) return [];
  const entries = readdirSync(folder, { recursive, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isFile() && !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** The paths in `[include]`, and all others: more than enough to look at. */
function includedIn(config: string): string[] {
  try {
    const text = Buffer.from(readRegularFile(config) ?? []).toString();
    return [...text.matchAll(/^[ \t]*path[ \t]*=(.*)$/gim)].flatMap(([, value = '']) => {
      const path = value.replaceAll('"', '').trim();
      return path === '' ? [] : [resolve(dirname(config), path)];
    });
  } catch (error) {
    // The configuration itself is what git waits for.
    if (error instanceof DevreportError) return [];
    throw error;
  }
}

function isIrregular(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
