import { fileURLToPath } from 'node:url';
import { nameToEmoji } from 'gemoji';

const emojiNames = JSON.stringify(Object.keys(nameToEmoji).join(' '));

/**
 * Modules that are imported without need or for a small part of them, replaced in the bundle: loading
 * those of Node is a tenth of the start of Node itself.
 */
const replacements = [
  {
    // Of 1,900 emoji it needs the names alone, and only for a text with colons.
    module: './emoji-names.ts',
    importer: /\/emoji\./,
    code: `let names; export const emojiNames = () => names ??= new Set(${emojiNames}.split(' '));`,
  },
  {
    // Commander starts programs for subcommands that are files of their own; we have none.
    module: 'node:child_process',
    importer: /\/commander\//,
    code: 'export default {}',
  },
  {
    // Importing it reads each of its properties, so it loads Node's streams.
    module: 'node:fs',
    importer: /\/standard-output\./,
    code: `export const { fstatSync, writeSync } = process.getBuiltinModule('node:fs')`,
  },
  {
    // Importing it reads each of its properties, so it opens stdin; the global is the same object.
    module: 'node:process',
    importer: /\/vfile\//,
    code: 'export default process',
  },
];

/** Modules of which the replacements have a part, for their licences. */
export const copiedModules = [fileURLToPath(import.meta.resolve('gemoji'))];

/** @returns {import('rolldown').Plugin} */
export function lighterImports() {
  return {
    name: 'lighter-imports',
    resolveId: (source, importer = '') =>
      replacements.some((entry) => source === entry.module && entry.importer.test(importer))
        ? `\0lighter:${source}`
        : null,
    load: (id) => replacements.find((entry) => id === `\0lighter:${entry.module}`)?.code ?? null,
  };
}
