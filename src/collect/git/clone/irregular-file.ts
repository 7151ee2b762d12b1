import { readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readRegularFile } from '../../../files/read-regular-file.ts';
import { DevreportError } from '../../../errors.ts';

/** Where git reads files in a git directory; `refs` with all folders below. */
const FOLDERS = ['.', 'info', 'objects/info', 'objects/pack', 'refs'];

/**
 * The first pipe or device among the files that git reads in a clone, including those that its
 * configuration names; null without one. Git would wait for such a file, or read it, forever.
 *
 * @param isThorough whether to look into all folders
 */
export function irregularFile(directory: string, isThorough = false): string | null {
  const gitDirectory = isFolder(join(directory, '.git')) ? join(directory, '.git') : directory;
  const files = FOLDERS.flatMap((folder) =>
    specialFilesIn(join(gitDirectory, folder), isThorough || folder === 'refs'),
  );
  return [...files, ...includedIn(join(gitDirectory, 'config'))].find(isIrregular) ?? null;
}

/** Neither files nor folders, but perhaps links to them. */
function specialFilesIn(folder: string, recursive: boolean): string[] {
  if (!isFolder(folder)) return [];
  const entries = orUnknown(() => readdirSync(folder, { recursive, withFileTypes: true }), []);
  return entries
    .filter((entry) => !entry.isFile() && !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** The paths in `[include]` and `[includeIf]`. */
function includedIn(config: string): string[] {
  try {
    const text = Buffer.from(readRegularFile(config) ?? []).toString();
    const sections = text.split(/^(?=[ \t]*\[)/m).filter((part) => /^[ \t]*\[include/i.test(part));
    return sections
      .flatMap((part) => part.split('\n'))
      .flatMap((line) => /^path\s*=(.*)$/i.exec(line.trim())?.[1] ?? [])
      .map((path) => resolve(dirname(config), path.trim().replaceAll('"', '')));
  } catch (error) {
    // The configuration itself is what git waits for.
    if (error instanceof DevreportError) return [];
    throw error;
  }
}

function isIrregular(path: string): boolean {
  const found = orUnknown(() => statSync(path, { throwIfNoEntry: false }), undefined);
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

function isFolder(path: string): boolean {
  return (
    orUnknown(() => statSync(path, { throwIfNoEntry: false }), undefined)?.isDirectory() === true
  );
}

/** What can't be looked at, like links in a circle, git can't read either: it says why. */
function orUnknown<T>(look: () => T, unknown: T): T {
  try {
    return look();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return unknown;
    throw error;
  }
}
