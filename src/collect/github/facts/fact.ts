import * as v from 'valibot';

/** One value in GitHub's answers: how a query asks for it, and the schema that reads it. */
export interface Fact<Schema extends v.GenericSchema = v.GenericSchema> {
  /** The GraphQL field with its arguments, where it isn't named like the fact: `commits(last: 10)`. */
  field?: string | undefined;
  /** The selection below the field, in braces. Scalars have none. */
  selection?: string | undefined;
  schema: Schema;
}

/** Facts by name. The name is the alias in the query, and the key in the value that is read. */
export type NamedFacts = Record<string, Fact>;

export type FactValue<Of extends Fact> = v.InferOutput<Of['schema']>;

type ObjectOf<Of extends NamedFacts> = v.ObjectSchema<
  { [Name in keyof Of]: Of[Name]['schema'] },
  undefined
>;

/** The GraphQL fields of the facts, without braces. */
export function fieldsOf(facts: NamedFacts): string {
  const fields = Object.entries(facts).map(([name, { field = name, selection }]) => {
    const aliased = field === name ? field : `${name}: ${field}`;
    return selection === undefined ? aliased : `${aliased} ${selection}`;
  });
  return fields.join(' ');
}

export function schemaOf<Of extends NamedFacts>(facts: Of): ObjectOf<Of> {
  const schemas = Object.entries(facts).map(([name, { schema }]) => [name, schema]);
  return v.object(Object.fromEntries(schemas) as { [Name in keyof Of]: Of[Name]['schema'] });
}

export function scalar<Schema extends v.GenericSchema>(schema: Schema) {
  return { schema };
}

export function object<Of extends NamedFacts>(facts: Of) {
  return { selection: `{ ${fieldsOf(facts)} }`, schema: schemaOf(facts) };
}

export function nullable<Schema extends v.GenericSchema>({ schema, ...fact }: Fact<Schema>) {
  return { ...fact, schema: v.nullable(schema) };
}

/** A plain list, where GitHub may leave out each element, or all of them together. */
export function sparseArray<Schema extends v.GenericSchema>({ schema, ...fact }: Fact<Schema>) {
  return { ...fact, schema: v.nullable(v.array(v.nullable(schema))) };
}

/** The fact in the form in which the program needs it. */
export function mapped<Schema extends v.GenericSchema, To>(
  { schema, ...fact }: Fact<Schema>,
  map: (value: v.InferOutput<Schema>) => To,
) {
  return { ...fact, schema: v.pipe(schema, v.transform(map)) };
}
