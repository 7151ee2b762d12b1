import { FixtureError } from '../../errors.ts';
import type { Repository } from '../repository.ts';
import type { ContentInput } from './input.ts';
import { blobOf, type Blob } from './objects.ts';

/** What a path leads to. `blob` is null for a submodule. */
export interface Entry {
  /** As GitHub has it: 33188 for git's 100644. */
  mode: number;
  oid: string;
  blob: Blob | null;
}

/** A tree, flat: entries by their paths. */
export type Files = ReadonlyMap<string, Entry>;

export const modes = {
  file: 0o100644,
  executable: 0o100755,
  symlink: 0o120000,
  submodule: 0o160000,
  tree: 0o040000,
};

export function entryOf(repository: Repository, input: ContentInput): Entry {
  const entry = (content: string | Uint8Array, mode: number): Entry => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const blob = blobOf(repository, bytes);
    return { mode, oid: blob.oid, blob };
  };
  if (typeof input === 'string' || input instanceof Uint8Array) return entry(input, modes.file);
  if ('submodule' in input) return { mode: modes.submodule, oid: input.submodule, blob: null };
  if ('symlink' in input) return entry(input.symlink, modes.symlink);
  return entry(input.content, modes.executable);
}

/** Puts entries into a tree, or takes them out of it where they are null. */
export function changed(files: Files, changes: Iterable<[string, Entry | null]>): Files {
  const result = new Map(files);
  for (const [path, entry] of changes) {
    if (entry === null) result.delete(path);
    else result.set(path, entry);
  }
  for (const path of result.keys()) {
    const parts = path.split('/');
    if (parts.some((part) => ['', '.', '..', '.git'].includes(part)))
      throw new FixtureError(`"${path}" is no path of a tree`);
    for (let length = 1; length < parts.length; length++) {
      const folder = parts.slice(0, length).join('/');
      if (result.has(folder)) throw new FixtureError(`${folder} is both a file and a folder`);
    }
  }
  return result;
}
