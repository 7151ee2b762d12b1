/** Whether what is built is older than what it is built from. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const sources = ['src', 'scripts', 'templates', 'package.json', 'package-lock.json'];

/**
 * A source that has changed since dist/ was built; null when there is none.
 *
 * @param {string} dist
 * @returns {Promise<string | null>}
 */
export async function newerSource(dist) {
  const built = await filesIn(dist).catch(() => []);
  if (built.length === 0) return sources[0] ?? null;
  const oldest = Math.min(...(await times(built)).map(({ time }) => time));
  const all = (await Promise.all(sources.map(filesIn))).flat();
  return (await times(all)).find(({ time }) => time > oldest)?.file ?? null;
}

/**
 * @param {string} path
 * @returns {Promise<string[]>}
 */
async function filesIn(path) {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** @param {readonly string[]} files */
async function times(files) {
  return Promise.all(files.map(async (file) => ({ file, time: (await stat(file)).mtimeMs })));
}
