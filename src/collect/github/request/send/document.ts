import type { Field } from '../field.ts';

/** A query as it is sent. */
export interface Document {
  text: string;
  variables: Record<string, unknown>;
}

/** The alias of the n-th field, by which its data and errors are found. */
export const alias = (index: number) => `f${index}`;

/** One query of several fields: aliased, their variables numbered, fragments once, the budget asked along. */
export function compose(operation: string, fields: readonly Field<unknown>[]): Document {
  const variables: Record<string, unknown> = {};
  const declarations: string[] = [];
  const selections = fields.map((field, index) => {
    for (const [name, { type, value }] of Object.entries(field.variables)) {
      declarations.push(`$${name}_${index}: ${type}`);
      variables[`${name}_${index}`] = value;
    }
    return `  ${alias(index)}: ${field.text.replaceAll(/\$(\w+)/g, `$$$1_${index}`)}`;
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
