import type { GenericSchema } from 'valibot';

/** What can be named inside a value: its schema, or null when any name is allowed. */
export type Scope = GenericSchema | null;

interface Wrapper {
  wrapped?: GenericSchema;
  entries?: Record<string, GenericSchema>;
  item?: GenericSchema;
}

function unwrap(scope: Scope): Wrapper {
  const wrapper = (scope ?? {}) as Wrapper;
  return wrapper.wrapped ? unwrap(wrapper.wrapped) : wrapper;
}

/** The names inside a value, and the schema of each. */
export const entriesOf = (scope: Scope) => unwrap(scope).entries ?? {};
/** The schema of a list's items; null for anything else. */
export const itemOf = (scope: Scope): Scope => unwrap(scope).item ?? null;
