import * as v from 'valibot';
import { fieldsOf, type NamedFacts } from './fact.ts';

/** GitHub's types of items. */
export type ItemType = 'PullRequest' | 'Issue';

/** The types that are read by id. */
export type NodeType = ItemType | 'Commit';

/** A GraphQL fragment on nodes, and how its values are read. */
export interface Fragment<T> {
  name: string;
  /** Its definition: `fragment IssueDates on Issue { … }`. */
  definition: string;
  /** @throws {v.ValiError} when GitHub answers something else */
  read: (value: unknown) => T;
  /** The same without the lists, for items that are too much work for GitHub. */
  slim?: Fragment<T>;
}

/** @param suffix of the name, behind the type's: `Dates` */
export function fragment<T>(
  type: NodeType,
  suffix: string,
  facts: NamedFacts,
  schema: v.GenericSchema<unknown, T>,
): Fragment<T> {
  const name = `${type}${suffix}`;
  return {
    name,
    definition: `fragment ${name} on ${type} { ${fieldsOf(facts)} }`,
    read: (value) => v.parse(schema, value),
  };
}
