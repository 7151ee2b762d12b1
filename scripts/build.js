/**
 * Builds dist/: the command, the library and its types, with every dependency bundled in.
 *
 * Plain JavaScript because it runs before anything else can, on Node 20 too.
 */
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import { dictionaryFile, dictionaryFiles } from './dictionary.js';
import { noticesOf } from './notices.js';
import { precompileTemplates } from './precompile-templates.js';

/**
 * Commander starts programs for subcommands that are files of their own; we have none, and loading
 * Node's module for it is a tenth of the start of Node itself.
 *
 * @type {import('rolldown').Plugin}
 */
const commanderWithoutProcesses = {
  name: 'commander-without-processes',
  resolveId: (source, importer) =>
    source === 'node:child_process' && importer?.includes('/commander/') ? '\0no-processes' : null,
  load: (id) => (id === '\0no-processes' ? 'export default {}' : null),
};

const neededByDrafts = new RegExp(
  [
    '/src/(categorise|compose|files|item|markdown|people|period|report|revise|series|snapshot)/',
    '/src/render/(?!compile/)',
    '/src/config/(?!yaml)',
    '/src/commands/(program|draft/|facts/(?!github-token)|terminal/(?!describe-error))',
    '/node_modules/(commander|dayjs|valibot|picomatch|to-words|unified|remark-(parse|stringify|gfm))/',
    '/node_modules/(mdast-|micromark|unist-|bail|trough|extend|is-plain-obj|zwitch|ccount|devlop)',
    '/node_modules/(longest-streak|markdown-table|escape-string-regexp|decode-named|character-ent)',
    '/node_modules/handlebars/dist/cjs/handlebars(\\.runtime|/(base|runtime|utils|exception|helpers))',
  ].join('|'),
);

const out = 'dist';
const manifest = JSON.parse(await readFile('package.json', 'utf8'));

await rm(out, { recursive: true, force: true });
const [modules] = await Promise.all([buildCode(), buildTypes()]);
await chmod(manifest.bin.devreport, 0o755);
await writeFile(`${out}/dictionary.br`, await dictionaryFile());
await writeFile(
  `${out}/THIRD-PARTY-NOTICES.txt`,
  await noticesOf([...modules, ...dictionaryFiles]),
);

/** One entry a way in; what is imported lazily stays in a chunk of its own. */
async function buildCode() {
  const { output } = await build({
    input: { cli: 'src/cli.ts', index: 'src/index.ts' },
    platform: 'node',
    plugins: [precompileTemplates(), commanderWithoutProcesses],
    // Everything takes its time; there is no need to warn of it.
    checks: { bundlerTimings: false },
    // Handlebars can do without, and only uses it to map precompiled templates to their source.
    resolve: { alias: { 'source-map': false } },
    output: {
      dir: out,
      minify: true,
      chunkFileNames: '[name]-[hash].js',
      // Everything that any draft needs in one file: each file more costs a millisecond or so.
      codeSplitting: {
        groups: [
          // All that the command line begins with, so that --version loads nothing else.
          { name: 'errors', test: '/src/errors.ts', priority: 1 },
          { name: 'draft', test: neededByDrafts },
        ],
      },
    },
  });
  return output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
}

/** One file, with the types of bundled packages inside: a consumer has none of them. */
async function buildTypes() {
  await build({
    input: { index: 'src/index.ts' },
    platform: 'node',
    plugins: [dts({ emitDtsOnly: true })],
    checks: { bundlerTimings: false },
    output: { dir: out },
  });
}
