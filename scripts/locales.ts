import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import * as v from 'valibot';

const listSchema = v.array(v.object({ key: v.string() }));

async function localeNames(): Promise<string[]> {
  const list = fileURLToPath(import.meta.resolve('dayjs/locale.json'));
  const locales = v.parse(listSchema, JSON.parse(await readFile(list, 'utf8')));
  // Those that begin with x- are for tests of programs.
  return locales
    .map(({ key }) => key)
    .filter((name) => !name.startsWith('x-'))
    .toSorted();
}

/** The source file with the names of all locales of Day.js. */
export async function localeNamesSource(): Promise<string> {
  const names = (await localeNames()).map((name) => JSON.stringify(name));
  return formatted([
    '/** The locales of Day.js. Made by `npm run generate`. */',
    `export const localeNames: ReadonlySet<string> = new Set([${names.join(', ')}]);`,
  ]);
}

/** The source file that has all locales of Day.js: a bundle needs an import for each of them. */
export async function localesSource(): Promise<string> {
  const imports = (await localeNames()).map((name) => `import 'dayjs/locale/${name}.js';`);
  return formatted([
    '/* Registers every locale of Day.js. Made by `npm run generate`. */',
    ...imports,
  ]);
}

function formatted(lines: readonly string[]): Promise<string> {
  return format(lines.join('\n'), { parser: 'typescript', printWidth: 100, singleQuote: true });
}
