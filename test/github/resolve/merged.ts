import type { Resolvers } from './context.ts';

/** All fields of all types. Each has one resolver. */
export function merged(...parts: readonly Resolvers[]): Resolvers {
  const result: Resolvers = {};
  for (const part of parts) {
    for (const [type, fields] of Object.entries(part)) {
      const known = (result[type] ??= {});
      for (const [field, resolver] of Object.entries(fields)) {
        if (field in known) throw new Error(`${type}.${field} has two resolvers`);
        known[field] = resolver;
      }
    }
  }
  return result;
}
