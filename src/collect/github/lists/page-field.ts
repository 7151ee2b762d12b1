import * as v from 'valibot';
import { fieldsOf, nullable, schemaOf } from '../facts/fact.ts';
import { pageOf, type List, type ListPage } from '../facts/list.ts';
import { Failure } from '../request/failures/failure.ts';
import { onlyPart, type Field, type Operation } from '../request/field.ts';

/** The object that has a list: its root field and variables, and the operation to read the list in. */
export interface ListOwner {
  operation: Operation;
  /** The root field around the list's selection: `node(id: $id) { ... on Issue { … } }`. */
  text(selection: string): string;
  variables: Field<unknown>['variables'];
  /** The object with the list, where it lies deeper in the root field's value; null without one. */
  inside?(value: unknown): unknown;
  /** Whether further pages wait for others to fill a request with. */
  deferrable?: boolean;
}

/** One page of a list, on its own. The alias of the list is `list`. */
export function pageField<T>(
  owner: ListOwner,
  list: List<T>,
  after: string | null,
  first = 100,
): Field<ListPage<T> | Failure | null> {
  const page = { list: nullable(pageOf(list, 'first: $first, after: $after')) };
  return {
    operation: owner.operation,
    text: owner.text(fieldsOf(page)),
    variables: {
      ...owner.variables,
      first: { type: 'Int!', value: first },
      after: { type: 'String', value: after },
    },
    units: first,
    deferrable: owner.deferrable === true && after !== null,
    read(value) {
      if (value === null) throw new Failure('not-found', 'it no longer exists');
      const inside = owner.inside ? owner.inside(value) : value;
      return inside === null ? null : v.parse(schemaOf(page), inside).list;
    },
    split:
      first > 1
        ? (units) => ({
            fields: [pageField(owner, list, after, Math.max(1, units))],
            join: onlyPart,
          })
        : undefined,
    unanswered: (failure) => failure,
  };
}
