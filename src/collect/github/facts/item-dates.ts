import * as v from 'valibot';
import type { Selection } from './item-facts.ts';
import { instant } from './people.ts';
import type { Typename } from './timeline.ts';

/** The least there is to know of an item: its name, and its dates. */
export interface Row {
  id: string;
  number: number;
  createdAt: string;
  updatedAt: string;
  mergedAt?: string | null | undefined;
}

export const row = v.object({
  id: v.string(),
  number: v.number(),
  createdAt: instant,
  updatedAt: instant,
  mergedAt: v.optional(v.nullable(instant)),
});

export function rowOf(typename: Typename): Selection<Row> {
  const name = `${typename}Row`;
  const merged = typename === 'PullRequest' ? ' mergedAt' : '';
  return {
    name,
    fragment: `fragment ${name} on ${typename} { id number createdAt updatedAt${merged} }`,
    read: (value) => v.parse(row, value),
  };
}
