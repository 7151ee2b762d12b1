/**
 * Lets Node run the project's TypeScript as it stands, from Node 20 on:
 *
 *     node --import ./scripts/typescript.js scripts/generate.ts
 *
 * It only strips types, as newer Nodes do by themselves, and never looks into node_modules.
 */
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { transform } from 'rolldown/utils';

// Node loads this file a second time, on the thread of the hooks.
if (isMainThread) {
  register(import.meta.url);
  process.setSourceMapsEnabled(true);
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context);
  const path = fileURLToPath(url);
  const { code, map, errors } = await transform(path, await readFile(path, 'utf8'), {
    sourcemap: true,
    tsconfig: false,
  });
  if (errors[0]) throw new SyntaxError(`${path}: ${errors[0].message}`);
  const inlined = Buffer.from(JSON.stringify(map)).toString('base64');
  const source = `${code}\n//# sourceMappingURL=data:application/json;base64,${inlined}\n`;
  return { format: 'module', source, shortCircuit: true };
}
