import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { GenericSchema } from 'valibot';
import { entrySchema } from '../src/compose/view/entry-schema.ts';
import { viewSchema } from '../src/compose/view/view.ts';
import { schemaEntries, schemaItem } from '../src/config/schema/schema-shape.ts';

/**
 * What a template can use, as Markdown: the layouts and partials that come with devreport, and the
 * names, from the schemas that the check of names and the types come from.
 */
export async function templateReference(): Promise<string> {
  return [
    '### Layouts',
    table(await describedTemplates('templates')),
    '### Partials of devreport',
    table(await describedTemplates('templates/partials')),
    '### Names at the top',
    table(rows(viewSchema, '')),
    '### Names inside an entry',
    'Entries are in `entries`, `merged[].entries`, `highlights`, `closedUnmerged`, `closedIssues`, `active`, `issues`, `moreIssues`, `helpWanted.pulls` and `helpWanted.issues`.',
    table(rows(entrySchema, '')),
  ].join('\n\n');
}

function table(lines: readonly string[]): string {
  return ['| name | |', '|---|---|', ...lines].join('\n');
}

/** A row for each template of a folder: its name, and the comment that it begins with. */
async function describedTemplates(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.hbs')).sort();
  return Promise.all(
    files.map(async (file) => {
      const source = await readFile(join(folder, file), 'utf8');
      const description = /^\{\{!-- (.+) --\}\}\n/.exec(source)?.[1];
      if (description === undefined)
        throw new Error(`${folder}/${file} has no first line {{!-- that describes it --}}`);
      return row(basename(file, '.hbs'), description);
    }),
  );
}

function row(name: string, description: string): string {
  return `| \`${name}\` | ${description.replaceAll('|', '\\|')} |`;
}

function rows(schema: GenericSchema, prefix: string): string[] {
  return Object.entries(schemaEntries(schema)).flatMap(([name, value]) => {
    const item = schemaItem(value);
    const label = `${prefix}${name}${item ? '[]' : ''}`;
    const own = row(label, descriptionOf(value));
    const inside = schemaEntries(item ?? value);
    const isEntry = inside === schemaEntries(entrySchema);
    return isEntry || Object.keys(inside).length === 0
      ? [own]
      : [own, ...rows(item ?? value, `${label}.`)];
  });
}

function descriptionOf(schema: GenericSchema): string {
  return (
    (schema as { pipe?: { type: string; description?: string }[] }).pipe?.find(
      ({ type }) => type === 'description',
    )?.description ?? ''
  );
}
