import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { packageRoot } from '../files/package-root.ts';
import { listOptional, readOptional } from '../files/read-optional.ts';
import type { CompiledTemplate } from './compiled-template.ts';
import { precompiledTemplate } from './precompiled-template.ts';
import type { Template, TemplateSource } from './template.ts';

const EXTENSION = '.hbs';

/**
 * Loads a layout by its name, or a Handlebars file by its path. Its partials are those of devreport,
 * and the files of the `partials` folder beside it, which replace devreport's of the same name.
 *
 * @param nameOrFile `weekly`, or a path
 * @param directory what a relative path is relative to
 * @throws {UsageError} `template-missing`, `template-invalid`
 */
export async function loadTemplate(
  nameOrFile: string,
  directory: string,
): Promise<CompiledTemplate> {
  const template = await readTemplate(nameOrFile, directory);
  const precompiled = precompiledTemplate(template);
  if (precompiled) return precompiled;
  const { compileTemplate } = await import('./compile/compile-template.ts');
  return compileTemplate(template);
}

async function readTemplate(nameOrFile: string, directory: string): Promise<Template> {
  const layouts = join(packageRoot(), 'templates');
  const file = nameOrFile + EXTENSION;
  const isName = /^[\w-]+$/.test(nameOrFile);
  const [partials, layout] = await Promise.all([
    readPartials(layouts, layouts),
    isName ? readOptional(join(layouts, file)) : null,
  ]);
  if (layout !== null) return { file, source: layout, partials };
  const path = resolve(directory, nameOrFile);
  const source = await readOptional(path);
  if (source === null) {
    const names = (await templatesIn(layouts)).map((file) => basename(file, EXTENSION));
    throw new UsageError('template-missing', `Template "${nameOrFile}" not found.`, {
      hint: `Name a layout (${names.join(', ')}) or a Handlebars file.`,
    });
  }
  const own = await readPartials(dirname(path), directory);
  return { file: nameOrFile, source, partials: { ...partials, ...own } };
}

/** The partials of a folder's templates, by name; their files as seen from another folder. */
async function readPartials(
  folder: string,
  shownFrom: string,
): Promise<Record<string, TemplateSource>> {
  const paths = (await templatesIn(join(folder, 'partials'))).map((file) =>
    join(folder, 'partials', file),
  );
  const partials = paths.map(async (path): Promise<[string, TemplateSource]> => {
    const source = (await readOptional(path)) ?? '';
    return [basename(path, EXTENSION), { file: relative(shownFrom, path), source }];
  });
  return Object.fromEntries(await Promise.all(partials));
}

async function templatesIn(folder: string): Promise<string[]> {
  return (await listOptional(folder)).filter((file) => extname(file) === EXTENSION);
}
