import type { GenericSchema } from 'valibot';

/** The parts of a schema in which other schemas are found. */
interface SchemaShape {
  /** Of a schema that adds a default, or allows a missing value. */
  wrapped?: GenericSchema;
  /** Of an object. */
  entries?: Readonly<Record<string, GenericSchema>>;
  /** Of an array. */
  item?: GenericSchema;
}

function unwrap(schema: GenericSchema | null | undefined): SchemaShape {
  const shape = (schema ?? {}) as SchemaShape;
  return shape.wrapped ? unwrap(shape.wrapped) : shape;
}

/** The schema of each entry, by its name; empty unless the schema is of an object. */
export function schemaEntries(
  schema: GenericSchema | null | undefined,
): Readonly<Record<string, GenericSchema>> {
  return unwrap(schema).entries ?? {};
}

/** The schema of the items; undefined unless the schema is of an array. */
export function schemaItem(schema: GenericSchema | null | undefined): GenericSchema | undefined {
  return unwrap(schema).item;
}
