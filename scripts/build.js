/**
 * Builds dist/: the command, the library and its types, the Action, and the page of the desk, with every dependency bundled in.
 *
 * Plain JavaScript because it runs before anything else can, on Node 20 too.
 */
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import { dictionaryFile, dictionaryFiles } from './dictionary.js';
import { copiedModules, lighterImports } from './lighter-imports.js';
import { lateModule, parse5 } from './late-module.js';
import { newerSource } from './newer-source.js';
import { noticesOf } from './notices.js';
import { precompileTemplates } from './precompile-templates.js';

const out = 'dist';
// Before the tests, what npm ci has just built is good enough.
if (process.argv.includes('--if-older') && (await newerSource(out)) === null) process.exit();
const manifest = JSON.parse(await readFile('package.json', 'utf8'));

await rm(out, { recursive: true, force: true });
const [modules, lateModules, actionModules, pageModules] = await Promise.all([
  buildCode(),
  buildLate(parse5),
  buildAction(),
  buildPage(),
  buildTypes(),
]);
await chmod(manifest.bin.devreport, 0o755);
await writeFile(`${out}/dictionary.br`, await dictionaryFile());
await writeFile(
  `${out}/THIRD-PARTY-NOTICES.txt`,
  await noticesOf([
    ...modules,
    ...lateModules,
    ...actionModules,
    ...pageModules,
    ...copiedModules,
    ...dictionaryFiles,
  ]),
);

/**
 * What every bundle has in common.
 *
 * @param {import('rolldown').Plugin[]} [plugins] before those of all
 * @returns {import('rolldown').InputOptions}
 */
function shared(plugins = []) {
  return {
    platform: 'node',
    plugins: [...plugins, precompileTemplates(), lighterImports()],
    // No warning about slow plugins.
    checks: { bundlerTimings: false },
    // Optional: Handlebars uses it only for source maps of precompiled templates.
    resolve: { alias: { 'source-map': false } },
  };
}

/** The command and the library; what they import lazily stays in chunks of its own. */
async function buildCode() {
  const { output } = await build({
    ...shared([lateModule(parse5)]),
    input: { cli: 'src/cli.ts', index: 'src/index.ts' },
    output: {
      dir: out,
      minify: true,
      chunkFileNames: '[name]-[hash].js',
      // One file for each step of a run, since every file costs about a millisecond. A group includes
      // what its modules import, except lazily, and except what a group of higher priority has.
      codeSplitting: {
        groups: [
          {
            name: (id, graph) => (isImportedBy('cli.ts', id, graph) ? 'start' : null),
            priority: 2,
          },
          { name: 'program', test: '/src/commands/program.ts', priority: 1 },
          { name: 'draft', test: '/src/commands/draft/' },
        ],
      },
    },
  });
  return modulesIn(output);
}

/** @param {import('./late-module.js').Late} late */
async function buildLate({ module, file }) {
  const { output } = await build({
    ...shared(),
    input: { [module]: module },
    output: { dir: out, format: 'cjs', minify: true, entryFileNames: file },
  });
  return modulesIn(output);
}

/** The Action in one file, as the runner starts it. */
async function buildAction() {
  const { output } = await build({
    ...shared(),
    input: { action: 'src/action.ts' },
    output: { dir: out, minify: true, codeSplitting: false },
  });
  return modulesIn(output);
}

/** The page of the desk: one file, with its style sheets as texts. */
async function buildPage() {
  const { output } = await build({
    input: { desk: 'src/edit/page/main.tsx' },
    platform: 'browser',
    moduleTypes: { '.css': 'text' },
    tsconfig: 'src/edit/page/tsconfig.json',
    checks: { bundlerTimings: false },
    output: { dir: out, minify: true, codeSplitting: false },
  });
  return modulesIn(output);
}

/** @param {import('rolldown').RolldownOutput['output']} output */
function modulesIn(output) {
  return output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
}

/**
 * @param {string} file in src/
 * @param {string} id
 * @param {import('rolldown').ChunkingContext} graph
 */
function isImportedBy(file, id, graph) {
  return graph.getModuleInfo(id)?.importers.includes(resolve('src', file)) ?? false;
}

/** One file that includes the types of bundled packages, which consumers don't have installed. */
async function buildTypes() {
  await build({
    input: { index: 'src/index.ts' },
    platform: 'node',
    plugins: [dts({ emitDtsOnly: true })],
    checks: { bundlerTimings: false },
    output: { dir: out },
  });
}
