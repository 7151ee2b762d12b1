import { isValiError } from 'valibot';
import type { Cache } from '../../cache.ts';
import { Failure } from './failures/failure.ts';
import type { Field } from './field.ts';

/** The field's answer as the cache knows it, or else as `ask` gets it; then it is kept. */
export async function askOnce<T>(
  field: Field<T>,
  cache: Cache,
  ask: (field: Field<T>) => Promise<T>,
): Promise<T> {
  const known = cache.knows(questionOf(field)) ? await recall(field, cache) : null;
  return known ? known.answer : ask(remembering(field, cache));
}

/** The field, which keeps its answer, or those of its parts, once there was nothing wrong with it. */
function remembering<T>(field: Field<T>, cache: Cache): Field<T> {
  const keeping: Field<T> = {
    ...field,
    keep: (value) => void cache.put(questionOf(field), value),
  };
  const { shrink } = field;
  if (!shrink) return keeping;
  return {
    ...keeping,
    shrink(units) {
      const parts = shrink(units);
      return {
        fields: parts.fields.map((part) => remembering(part, cache)),
        join: (answers) => parts.join(answers),
      };
    },
  };
}

/** What the cache knows of a field; null when it is nothing, or nothing the field can be read from. */
async function recall<T>(field: Field<T>, cache: Cache): Promise<{ answer: T } | null> {
  const value = await cache.get(questionOf(field));
  if (value === undefined) return null;
  try {
    return { answer: field.read(value) };
  } catch (error) {
    if (error instanceof Failure || isValiError(error)) return null;
    throw error;
  }
}

/** All that the answer depends on, however the question travels with others. */
function questionOf({ operation, text, fragments, variables }: Field<unknown>): string {
  const values = Object.entries(variables).map(([name, { value }]) => [name, value]);
  return JSON.stringify([operation, text, fragments ?? [], values]);
}
