import type { GenericSchema } from 'valibot';
import { schemaEntries, schemaItem } from '../../config/schema-shape.ts';

/** The schema of a value whose names a template can use; null when any name may exist. */
export type Scope = GenericSchema | null;

/** The names inside a value, and the schema of each. */
export const entriesOf = (scope: Scope) => schemaEntries(scope);
/** The schema of a list's items; null for anything else. */
export const itemOf = (scope: Scope): Scope => schemaItem(scope) ?? null;
