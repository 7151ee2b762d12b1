import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const sources = ['src', 'scripts', 'package.json', 'package-lock.json'];

/**
 * The absolute path of dist/, for tests that run what was built.
 *
 * @throws when a source is newer: `npm test` builds first, Vitest alone does not, and a test of an
 *   old build would prove nothing
 */
export async function freshDist(): Promise<string> {
  const dist = join(process.cwd(), 'dist');
  const built = Math.min(...(await times(await filesIn(dist))).map(({ time }) => time));
  const all = (await Promise.all(sources.map(filesIn))).flat();
  const newer = (await times(all)).find(({ time }) => time > built);
  if (newer) throw new Error(`dist/ is older than ${newer.file}: run npm run build`);
  return dist;
}

async function filesIn(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

async function times(files: readonly string[]) {
  return Promise.all(files.map(async (file) => ({ file, time: (await stat(file)).mtimeMs })));
}
