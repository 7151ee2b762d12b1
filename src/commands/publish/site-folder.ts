import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import { UsageError } from '../../errors.ts';
import { errorCode } from '../../files/error-code.ts';
import { followPath } from '../../files/follow-path.ts';
import { readOptional, readOptionalBytes } from '../../files/read-optional.ts';
import { writeAtomically } from '../../files/write-atomically.ts';
import { jsonText } from '../../snapshot/json-text.ts';

/**
 * Has the hashes of the files that a run wrote, so that no other file is replaced or removed: a folder may
 * come from somebody else, who can name any file, but not know what is in it.
 */
const MANIFEST = '.devreport-site.json';

const manifestSchema = v.strictObject({
  version: v.literal(1),
  files: v.record(
    v.pipe(
      v.string(),
      v.check((path) => !/^\/|\\|^[a-z]:/i.test(path) && !path.split('/').includes('..')),
    ),
    v.array(v.string()),
  ),
});

/** The hashes of files, by their paths in the folder: two of one that a run which was ended may have written. */
type Manifest = v.InferOutput<typeof manifestSchema>['files'];

/** What a run has done to a folder. */
export interface FolderChanges {
  written: string[];
  removed: string[];
}

export type SiteFiles = ReadonlyMap<string, string | Uint8Array>;

/**
 * Brings the files of a site into a folder: writes what has changed, and removes what an earlier run wrote
 * and this one doesn't.
 *
 * @param folder absolute, with its links followed
 * @throws {UsageError} `site-file-foreign` before anything is written, `site-manifest-damaged`, and those of
 *   `readOptional` and `writeAtomically`
 */
export function writeSite(folder: string, files: SiteFiles, cwd: string): FolderChanges {
  const shown = (path: string) => relative(cwd, join(folder, path));
  const earlier = readManifest(folder, shown(MANIFEST));
  const present = new Map(
    [...files.keys()].map((path) => [path, readOptionalBytes(join(folder, path), folder)] as const),
  );
  const changed = [...files].filter(([path, content]) => !isSame(present.get(path), content));
  requireOurs(
    changed.flatMap(([path]) => {
      const there = present.get(path);
      return there && earlier[path]?.includes(hashOf(there)) !== true ? [shown(path)] : [];
    }),
  );
  const gone = Object.keys(earlier).filter(
    (path) => !files.has(path) && isStill(earlier[path] ?? [], join(folder, path), folder),
  );
  const hashes = Object.fromEntries([...files].map(([path, content]) => [path, [hashOf(content)]]));
  // First: what a run that is ended writes must still be ours.
  const both = Object.entries(hashes).map(([path, now]): [string, string[]] => [
    path,
    [...now, ...(earlier[path] ?? [])],
  ]);
  writeManifest(folder, { ...earlier, ...Object.fromEntries(both) });
  for (const [path, content] of changed) write(folder, path, content, present.get(path) ?? null);
  const removed = gone.filter((path) => remove(join(folder, path), folder));
  writeManifest(folder, hashes);
  return { written: changed.map(([path]) => path), removed };
}

function requireOurs(foreign: readonly string[]): void {
  const [first, ...others] = foreign;
  if (first === undefined) return;
  const more = others.length === 0 ? 'is' : `and ${others.length} more files are`;
  throw new UsageError(
    'site-file-foreign',
    `${first} ${more} in the way of the site, and devreport publish did not write them. Nothing was changed.`,
    { hint: 'Remove them, or name another folder with --out.' },
  );
}

/** Whether a file is what an earlier run wrote. */
function isStill(hashes: readonly string[], path: string, folder: string): boolean {
  const there = readOptionalBytes(path, folder);
  return there !== null && hashes.includes(hashOf(there));
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function isSame(bytes: Uint8Array | null | undefined, content: string | Uint8Array): boolean {
  return bytes !== null && bytes !== undefined && Buffer.from(content).equals(bytes);
}

function write(
  folder: string,
  path: string,
  content: string | Uint8Array,
  before: string | Uint8Array | null,
): void {
  const file = join(folder, path);
  if (writeAtomically(file, content, before, folder)) return;
  throw new UsageError('file-changed', `${file} was written by somebody else during the run.`, {
    hint: 'Run again when nothing else writes there.',
  });
}

/** Returns whether there was such a file. */
function remove(path: string, folder: string): boolean {
  const file = followPath(path, folder);
  try {
    rmSync(file);
    return true;
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return false;
    throw new UsageError('file-unwritable', `Cannot remove ${file} (${errorCode(cause)}).`, {
      hint: 'Check the file and its folder.',
      cause,
    });
  }
}

function readManifest(folder: string, shown: string): Manifest {
  const text = readOptional(join(folder, MANIFEST), folder);
  if (text === null) return {};
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), manifestSchema), text);
  if (parsed.success) return parsed.output.files;
  throw new UsageError('site-manifest-damaged', `${shown} does not list the files of a site.`, {
    hint: 'Remove the folder and run again.',
  });
}

function writeManifest(folder: string, hashes: Manifest): void {
  const sorted = Object.entries(hashes).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = `${jsonText({ version: 1, files: Object.fromEntries(sorted) }, 2)}\n`;
  const before = readOptional(join(folder, MANIFEST), folder);
  if (text !== before) write(folder, MANIFEST, text, before);
}
