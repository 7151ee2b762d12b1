import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { type Dictionary, unpackDictionary } from '../../check/spelling/dictionary.ts';
import { packageRoot } from '../../files/package-root.ts';

let loaded: Promise<Dictionary> | undefined;

/** The dictionary that the build packs into the package; read once. */
export function loadDictionary(): Promise<Dictionary> {
  loaded ??= readFile(join(packageRoot(), 'dist/dictionary.br'))
    .then((file) => promisify(brotliDecompress)(file))
    .then((packed) => unpackDictionary(packed.toString()));
  return loaded;
}
