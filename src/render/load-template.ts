import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { workingRoot } from '../files/boundary-of.ts';
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
 * @param within the folder that links may not lead out of: unless given, the checkout around the
 *   directory, as for a template that a config names; null for one that only the user can have chosen
 * @throws {UsageError} `template-missing`, `template-invalid`, and those of `readOptional`
 */
export async function loadTemplate(
  nameOrFile: string,
  directory: string,
  within: string | null = workingRoot(directory),
): Promise<CompiledTemplate> {
  return (
    (await precompiledTemplate(nameOrFile + EXTENSION)) ??
    compiled(readTemplate(nameOrFile, directory, within))
  );
}

/** The last one: whoever drafts again asks for the same. */
let last: { text: string; template: CompiledTemplate } | null = null;

async function compiled(template: Template): Promise<CompiledTemplate> {
  const text = JSON.stringify(template);
  if (last?.text === text) return last.template;
  const { compileTemplate } = await import('./compile/compile-template.ts');
  last = { text, template: compileTemplate(template) };
  return last.template;
}

/**
 * Compiles the text of a template that is not in a file yet, with the partials that it would have there.
 *
 * @param file as messages name it
 * @param folder of the file
 * @param within as in `loadTemplate`
 * @throws {UsageError} `template-invalid`, and those of `readOptional`
 */
export async function compileSource(
  source: string,
  file: string,
  folder: string,
  within: string | null,
): Promise<CompiledTemplate> {
  const layouts = join(packageRoot(), 'templates');
  const partials = {
    ...readPartials(layouts, layouts, null),
    ...readPartials(folder, folder, within),
  };
  const { compileTemplate } = await import('./compile/compile-template.ts');
  return compileTemplate({ file, source, partials });
}

function readTemplate(nameOrFile: string, directory: string, within: string | null): Template {
  const layouts = join(packageRoot(), 'templates');
  const file = nameOrFile + EXTENSION;
  const isName = /^[\w-]+$/.test(nameOrFile);
  const partials = readPartials(layouts, layouts, null);
  const layout = isName ? readOptional(join(layouts, file), null) : null;
  if (layout !== null) return { file, source: layout, partials };
  const path = resolve(directory, nameOrFile);
  const source = readOptional(path, within);
  if (source === null) {
    const names = templatesIn(layouts, null).map((file) => basename(file, EXTENSION));
    throw new UsageError('template-missing', `Template "${nameOrFile}" not found.`, {
      hint: `Name a layout (${names.join(', ')}) or a Handlebars file.`,
    });
  }
  const own = readPartials(dirname(path), directory, within);
  return { file: nameOrFile, source, partials: { ...partials, ...own } };
}

/** The partials of a folder's templates, by name; their files as seen from another folder. */
function readPartials(
  folder: string,
  shownFrom: string,
  within: string | null,
): Record<string, TemplateSource> {
  const partials = templatesIn(join(folder, 'partials'), within).map((file) => {
    const path = join(folder, 'partials', file);
    const source = readOptional(path, within) ?? '';
    return [basename(path, EXTENSION), { file: relative(shownFrom, path), source }] as const;
  });
  return Object.fromEntries(partials);
}

function templatesIn(folder: string, within: string | null): string[] {
  return listOptional(folder, within).filter((file) => extname(file) === EXTENSION);
}
