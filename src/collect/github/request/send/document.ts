import type { Field } from '../field.ts';

/** A query, ready to send. */
export interface GraphQLDocument {
  text: string;
  variables: Record<string, unknown>;
}

/** The alias of the field at the index, under which its data and errors come. */
export const aliasOf = (index: number) => `f${index}`;

/** One query of several fields, with aliases, numbered variables, each fragment once, and the budget. */
export function documentOf(operation: string, fields: readonly Field<unknown>[]): GraphQLDocument {
  const variables: Record<string, unknown> = {};
  const declarations: string[] = [];
  const selections = fields.map((field, index) => {
    for (const [name, { type, value }] of Object.entries(field.variables)) {
      declarations.push(`$${name}_${index}: ${type}`);
      variables[`${name}_${index}`] = value;
    }
    return `  ${aliasOf(index)}: ${field.text.replaceAll(/\$(\w+)/g, `$$$1_${index}`)}`;
  });
  const head = declarations.length > 0 ? `(${declarations.join(', ')})` : '';
  const fragments = new Set(fields.flatMap((field) => field.fragments ?? []));
  const text = [
    `query ${operation}${head} {`,
    ...selections,
    '  rateLimit { cost remaining resetAt }',
    '}',
    ...fragments,
  ].join('\n');
  return { text, variables };
}
