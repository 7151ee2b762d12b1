import * as v from 'valibot';
import { Failure } from '../request/failures/failure.ts';
import { onlyPart, type Field, type Operation } from '../request/field.ts';
import { readNullablePage, select, type List, type Page } from '../facts/list.ts';

/** Where a list hangs: the root field with its variables, and how to get from its value to the list. */
export interface Place {
  operation: Operation;
  /** Wraps the list's selection: `node(id: $id) { ... on Issue { … } }`. */
  text(selection: string): string;
  variables: Field<unknown>['variables'];
}

const wrapped = v.object({ list: v.unknown() });

/** One page of a list, by itself. In its answer the list is called `list`. */
export function pageField<T>(
  place: Place,
  list: List<T>,
  after: string | null,
  first = 100,
): Field<Page<T> | Failure | null> {
  return {
    operation: place.operation,
    text: place.text(`list: ${select(list, 'first: $first, after: $after')}`),
    variables: {
      ...place.variables,
      first: { type: 'Int!', value: first },
      after: { type: 'String', value: after },
    },
    units: first,
    read(value) {
      if (value === null) throw new Failure('not-found', 'it is gone');
      return readNullablePage(list, v.parse(wrapped, value).list);
    },
    shrink:
      first > 1
        ? (units) => ({
            fields: [pageField(place, list, after, Math.max(1, units))],
            join: onlyPart,
          })
        : undefined,
    lost: (failure) => failure,
  };
}
