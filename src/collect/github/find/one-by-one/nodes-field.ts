import * as v from 'valibot';
import type { Failure } from '../../request/failures/failure.ts';
import type { Field } from '../../request/field.ts';
import type { Requester } from '../../request/requester.ts';
import { fitInto, unitsPerItem, type NodeQuery } from './item-query.ts';

/** The result for the requested ids. */
export interface Answered<T> {
  items: T[];
  /** Ids that were null in the answer, without an error that explains it. */
  unexplained: string[];
  /** Ids that GitHub can't answer, even one by one. */
  failed: { id: string; failure: Failure }[];
}

/** At most 100 ids at once. */
export async function askByIds<T>(
  requester: Requester,
  query: NodeQuery<T>,
  ids: readonly string[],
): Promise<Answered<T>> {
  return ids.length === 0 ? joined<T>([]) : requester.ask(nodesField(query, ids));
}

function nodesField<T>(query: NodeQuery<T>, ids: readonly string[]): Field<Answered<T>> {
  const { type, operation, fragment } = query;
  const node = v.nullable(v.looseObject({ __typename: v.string() }));
  const nodes = v.pipe(v.array(node), v.maxLength(ids.length));
  const split = (units: number) => {
    const { fragment: lighter, size } = fitInto(fragment, units);
    const fields = [];
    for (let start = 0; start < ids.length; start += size) {
      const part = ids.slice(start, start + size);
      fields.push(nodesField({ ...query, fragment: lighter }, part));
    }
    return { fields, join: joined<T> };
  };
  return {
    operation,
    text: `nodes(ids: $ids) { __typename ...${fragment.name} }`,
    fragments: [fragment.definition],
    variables: { ids: { type: '[ID!]!', value: ids } },
    units: ids.length * unitsPerItem(fragment),
    read(value, problems = []) {
      const answers = v.parse(nodes, value);
      const explained = new Set(problems.map(({ path }) => path?.[1]));
      return {
        items: answers.flatMap((node) => (node?.__typename === type ? [fragment.read(node)] : [])),
        unexplained: ids.filter((_, index) => !answers[index] && !explained.has(index)),
        failed: [],
      };
    },
    split: ids.length > 1 || fragment.slim ? split : undefined,
    unanswered: (failure) => ({
      items: [],
      unexplained: [],
      failed: ids.map((id) => ({ id, failure })),
    }),
  };
}

function joined<T>(parts: readonly Answered<T>[]): Answered<T> {
  return {
    items: parts.flatMap(({ items }) => items),
    unexplained: parts.flatMap(({ unexplained }) => unexplained),
    failed: parts.flatMap(({ failed }) => failed),
  };
}
