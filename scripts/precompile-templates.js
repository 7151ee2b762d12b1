/** Replaces src/render/precompiled.ts in the bundle with our templates, compiled. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Handlebars from 'handlebars';

/** @returns {import('rolldown').Plugin} */
export function precompileTemplates() {
  return {
    name: 'precompile-templates',
    async load(id) {
      if (!id.endsWith('/src/render/precompiled.ts')) return null;
      const files = (await readdir('templates', { recursive: true }))
        .filter((file) => file.endsWith('.hbs'))
        .sort();
      const entries = await Promise.all(
        files.map(async (file) => {
          const source = await readFile(join('templates', file), 'utf8');
          // The options of src/render/compile/compile-template.ts.
          /** @type {unknown} */
          const code = Handlebars.precompile(source, { noEscape: true });
          return `[${JSON.stringify(source)}, ${String(code)}]`;
        }),
      );
      return `export const precompiled = new Map([${entries.join(',\n')}]);`;
    },
  };
}
