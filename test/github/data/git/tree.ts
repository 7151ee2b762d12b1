import type { Repository } from '../repository.ts';
import { modes, type Entry, type Files } from './content.ts';
import { hashObject, type Blob } from './objects.ts';

export interface Tree {
  __typename: 'Tree';
  id: string;
  oid: string;
  abbreviatedOid: string;
  repository: Repository;
  entries: readonly TreeEntry[];
}

export interface TreeEntry {
  name: string;
  nameRaw: string;
  path: string;
  pathRaw: string;
  extension: string;
  mode: number;
  type: 'blob' | 'tree' | 'commit';
  oid: string;
  size: number;
  /** Null for a submodule. */
  object: Blob | Tree | null;
  repository: Repository;
}

/** The tree of all files, with the hash that git gives it. */
export function treeOf(repository: Repository, files: Files, folder = ''): Tree {
  const here = new Map<string, Entry | Map<string, Entry>>();
  for (const [path, entry] of files) {
    const [name = '', ...rest] = path.split('/');
    if (rest.length === 0) here.set(name, entry);
    else {
      const known = here.get(name);
      const below = known instanceof Map ? known : new Map<string, Entry>();
      here.set(name, below.set(rest.join('/'), entry));
    }
  }
  const entries = [...here].map(([name, entry]) => {
    const path = folder + name;
    if (!(entry instanceof Map)) return treeEntry(repository, path, entry, entry.blob);
    const tree = treeOf(repository, entry, `${path}/`);
    return treeEntry(repository, path, { mode: modes.tree, oid: tree.oid, blob: null }, tree);
  });
  // Git orders folders as if their names ended in a slash.
  const key = ({ name, type }: TreeEntry) => Buffer.from(type === 'tree' ? `${name}/` : name);
  entries.sort((a, b) => Buffer.compare(key(a), key(b)));
  const lines = entries.flatMap(({ mode, name, oid }) => [
    Buffer.from(`${mode.toString(8)} ${name}\0`),
    Buffer.from(oid, 'hex'),
  ]);
  const oid = hashObject('tree', Buffer.concat(lines));
  return {
    __typename: 'Tree',
    id: `T_kwDO${repository.key}_${oid}`,
    oid,
    abbreviatedOid: oid.slice(0, 7),
    repository,
    entries,
  };
}

function treeEntry(
  repository: Repository,
  path: string,
  { mode, oid, blob }: Entry,
  object: Blob | Tree | null,
): TreeEntry {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const types = { [modes.tree]: 'tree', [modes.submodule]: 'commit' } as const;
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  return {
    ...{ name, path, mode, oid, object, repository },
    nameRaw: base64(name),
    pathRaw: base64(path),
    extension: /\.[^.]*$/.exec(name)?.[0] ?? '',
    type: types[mode] ?? 'blob',
    size: blob?.byteSize ?? 0,
  };
}

/** The entry that a path leads to, or null. */
export function entryAt(tree: Tree, path: string): TreeEntry | null {
  const [name, ...rest] = path.split('/');
  const entry = tree.entries.find((one) => one.name === name);
  if (entry === undefined) return null;
  if (rest.length === 0) return entry;
  return entry.object?.__typename === 'Tree' ? entryAt(entry.object, rest.join('/')) : null;
}
