import type { GenericSchema } from 'valibot';
import { entrySchema, viewSchema } from '../src/compose/view.ts';

interface Inner {
  pipe?: { type: string; description?: string }[];
  wrapped?: GenericSchema;
  entries?: Record<string, GenericSchema>;
  item?: GenericSchema;
}

/** The names a template can use, as Markdown: what the check of names and the types are made from, too. */
export function templateReference(): string {
  return [
    '### Names at the top',
    table(viewSchema),
    '### Names inside an entry',
    'Entries stand in `merged[].entries`, `closedUnmerged`, `closedIssues`, `active`, `issues` and `moreIssues`.',
    table(entrySchema),
  ].join('\n\n');
}

function table(schema: GenericSchema): string {
  return ['| name | |', '|---|---|', ...rows(schema, '')].join('\n');
}

function rows(schema: GenericSchema, prefix: string): string[] {
  return Object.entries(inner(schema).entries ?? {}).flatMap(([name, value]) => {
    const { item, entries } = inner(value);
    const label = `${prefix}${name}${item ? '[]' : ''}`;
    const own = `| \`${label}\` | ${descriptionOf(value).replaceAll('|', '\\|')} |`;
    const below = item ?? (entries ? value : undefined);
    const isEntry = below !== undefined && inner(below).entries === inner(entrySchema).entries;
    return below === undefined || isEntry ? [own] : [own, ...rows(below, `${label}.`)];
  });
}

function inner(schema: GenericSchema): Inner {
  const found = schema as Inner;
  return found.wrapped ? inner(found.wrapped) : found;
}

function descriptionOf(schema: GenericSchema): string {
  return (schema as Inner).pipe?.find(({ type }) => type === 'description')?.description ?? '';
}
