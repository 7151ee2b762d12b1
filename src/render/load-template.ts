import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { listOptional, readOptional } from '../files/read-optional.ts';
import { UsageError } from '../errors.ts';
import type { Layout } from './layout.ts';
import { preparedLayout } from './prepared.ts';
import type { Template, TemplateSource } from './template.ts';
import { packageRoot } from '../files/package-root.ts';

const EXTENSION = '.hbs';

/**
 * A layout by its name, or a Handlebars file. Its partials are those of devreport and the files of
 * the `partials` folder beside it, which replace devreport's of the same name.
 *
 * @param directory what a relative path is relative to
 * @throws {UsageError} `template-missing`, `template-invalid`
 */
export async function loadTemplate(nameOrFile: string, directory: string): Promise<Layout> {
  const template = await readTemplate(nameOrFile, directory);
  const prepared = preparedLayout(template);
  if (prepared) return prepared;
  const { compileTemplate } = await import('./compile.ts');
  return compileTemplate(template);
}

async function readTemplate(nameOrFile: string, directory: string): Promise<Template> {
  const ours = join(packageRoot(), 'templates');
  const partials = await readPartials(join(ours, 'partials'), ours);
  if (/^[\w-]+$/.test(nameOrFile)) {
    const source = await readOptional(join(ours, nameOrFile + EXTENSION));
    if (source !== null) return { file: nameOrFile + EXTENSION, source, partials };
  }
  const path = resolve(directory, nameOrFile);
  const source = await readOptional(path);
  if (source === null) {
    const layouts = (await templatesIn(ours)).map((file) => basename(file, EXTENSION)).join(', ');
    throw new UsageError('template-missing', `There is no template "${nameOrFile}".`, {
      hint: `Name a Handlebars file or a layout: ${layouts}.`,
    });
  }
  const theirs = await readPartials(join(dirname(path), 'partials'), directory);
  return { file: nameOrFile, source, partials: { ...partials, ...theirs } };
}

async function readPartials(
  folder: string,
  shownFrom: string,
): Promise<Record<string, TemplateSource>> {
  const files = await templatesIn(folder);
  const sources = await Promise.all(
    files.map(async (file): Promise<[string, TemplateSource]> => {
      const path = join(folder, file);
      return [
        basename(file, EXTENSION),
        { file: relative(shownFrom, path), source: (await readOptional(path)) ?? '' },
      ];
    }),
  );
  return Object.fromEntries(sources);
}

async function templatesIn(folder: string): Promise<string[]> {
  return (await listOptional(folder)).filter((file) => extname(file) === EXTENSION);
}
