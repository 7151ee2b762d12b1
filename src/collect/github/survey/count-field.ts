import * as v from 'valibot';
import { count } from '../facts/scalars.ts';
import type { Field } from '../request/field.ts';

const counted = v.object({ issueCount: count });

/** How many results a search has: the only part of its answer without a cap. */
export function countField(text: string): Field<number> {
  return {
    operation: 'Counts',
    text: 'search(type: ISSUE, query: $text, first: 1) { issueCount }',
    variables: { text: { type: 'String!', value: text } },
    units: 1,
    read: (value) => v.parse(counted, value).issueCount,
  };
}
