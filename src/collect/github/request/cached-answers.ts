import { isValiError } from 'valibot';
import type { Cache } from '../../cache.ts';
import { Failure } from './failures/failure.ts';
import type { Field } from './field.ts';

/** The field's answer from the cache, or else from `ask`. Then it goes into the cache. */
export async function askWithCache<T>(
  field: Field<T>,
  cache: Cache,
  ask: (field: Field<T>) => Promise<T>,
): Promise<T> {
  const cached = cache.mayHave(questionOf(field)) ? await readCached(field, cache) : null;
  return cached ? cached.answer : ask(withCaching(field, cache));
}

/** The field, which puts its answer, or those of its parts, into the cache when there are no errors. */
function withCaching<T>(field: Field<T>, cache: Cache): Field<T> {
  const caching: Field<T> = {
    ...field,
    onValue: (value) => void cache.put(questionOf(field), value),
  };
  const { split } = field;
  if (!split) return caching;
  return {
    ...caching,
    split(units) {
      const parts = split(units);
      return {
        fields: parts.fields.map((part) => withCaching(part, cache)),
        join: (answers) => parts.join(answers),
      };
    },
  };
}

/** Null when the cache has no answer, or one that the field can't be read from. */
async function readCached<T>(field: Field<T>, cache: Cache): Promise<{ answer: T } | null> {
  const value = await cache.get(questionOf(field));
  if (value === undefined) return null;
  try {
    return { answer: field.read(value) };
  } catch (error) {
    if (error instanceof Failure || isValiError(error)) return null;
    throw error;
  }
}

/** All that the answer depends on, regardless of the other fields in the request. */
function questionOf({ operation, text, fragments, variables }: Field<unknown>): string {
  const values = Object.entries(variables).map(([name, { value }]) => [name, value]);
  return JSON.stringify([operation, text, fragments ?? [], values]);
}
