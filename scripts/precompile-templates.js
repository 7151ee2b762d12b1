/**
 * Replaces src/render/precompiled.ts in the bundle with our layouts, compiled: a module each, with the
 * partials that it uses, so that a report loads its own alone.
 */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import Handlebars from 'handlebars';

const PREFIX = '\0layout:';

/** @returns {import('rolldown').Plugin} */
export function precompileTemplates() {
  return {
    name: 'precompile-templates',
    resolveId: (source) => (source.startsWith('layout:') ? `\0${source}` : null),
    async load(id) {
      if (id.startsWith(PREFIX)) return layoutModule(id.slice(PREFIX.length));
      if (!id.endsWith('/src/render/precompiled.ts')) return null;
      const layouts = (await readdir('templates')).filter((file) => file.endsWith('.hbs')).sort();
      const loaders = layouts.map((file) => {
        const module = JSON.stringify(`layout:${file}`);
        return `${JSON.stringify(file)}: async () => (await import(${module})).default`;
      });
      return `export const precompiled = { ${loaders.join(', ')} };`;
    },
  };
}

/** @param {string} file of a layout */
async function layoutModule(file) {
  /** @type {Map<string, string>} */
  const sources = new Map();
  /** @param {string} path */
  async function add(path) {
    const source = await readFile(path, 'utf8');
    sources.set(path, source);
    for (const [, name = ''] of source.matchAll(/\{\{~?> ?([\w-]+)/g)) {
      const partial = join('templates', 'partials', `${name}.hbs`);
      if (!sources.has(partial)) await add(partial);
    }
  }
  await add(join('templates', file));
  await add(join('templates', 'partials', 'incomplete.hbs'));
  const entries = [...sources].map(([path, source]) => {
    // The options of src/render/compile/compile-template.ts.
    /** @type {unknown} */
    const code = Handlebars.precompile(source, { noEscape: true });
    const name = path === join('templates', file) ? '' : basename(path, '.hbs');
    return `[${JSON.stringify(name)}, ${String(code)}]`;
  });
  return `export default new Map([${entries.join(',\n')}]);`;
}
