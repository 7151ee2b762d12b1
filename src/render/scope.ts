import type { GenericSchema } from 'valibot';

/** What may be named inside a value: its schema, or null when anything may. */
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

/** The names inside a value, and what each has. */
export const entriesOf = (scope: Scope) => unwrap(scope).entries ?? {};
/** What a list holds; null for anything else. */
export const itemOf = (scope: Scope): Scope => unwrap(scope).item ?? null;
