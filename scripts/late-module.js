/**
 * A module that most reports don't need, as a file of its own, loaded when a function of it is first
 * called. The file is CommonJS, which can be loaded without waiting, so that nobody else has to know.
 */

/** @typedef {{ module: string, file: string, importer: RegExp }} Late */

/** The reader of HTML, a sixth of what a report loads: only reports with HTML lists or own tags need it. */
export const parse5 = { module: 'parse5', file: 'parse5.cjs', importer: /\/src\/report\// };

/**
 * @param {Late} late
 * @returns {import('rolldown').Plugin}
 */
export function lateModule({ module, file, importer: from }) {
  const id = `\0late:${module}`;
  return {
    name: 'late-module',
    resolveId: (source, importer = '') => (source === module && from.test(importer) ? id : null),
    load: async (loaded) => (loaded === id ? stubs(module, file) : null),
  };
}

/**
 * @param {string} module
 * @param {string} file
 */
async function stubs(module, file) {
  /** @type {Record<string, unknown>} */
  const exported = await import(module);
  const names = Object.keys(exported).filter((name) => typeof exported[name] === 'function');
  return [
    `import { createRequire } from 'node:module';`,
    `let loaded;`,
    `const load = () => (loaded ??= createRequire(import.meta.url)(${JSON.stringify(`./${file}`)}));`,
    ...names.map(
      (name) =>
        `export function ${name}(...all) { return new.target ? new (load().${name})(...all) : load().${name}(...all); }`,
    ),
  ].join('\n');
}
