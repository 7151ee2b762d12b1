import type { GenericSchema } from 'valibot';
import { schemaItem } from '../../config/schema/schema-shape.ts';

/** The schema of a value whose names a template can use; null when any name may exist. */
export type Scope = GenericSchema | null;

/** The schema of a list's items; null for anything else. */
export const itemOf = (scope: Scope): Scope => schemaItem(scope) ?? null;
