import * as v from 'valibot';
import type { ItemId } from '../../../../item/item-id.ts';
import type { Failure } from '../../request/failures/failure.ts';
import type { Field } from '../../request/field.ts';
import type { Run } from '../../run.ts';
import { warnOfUnreadable } from '../../warnings/unread-parts.ts';
import { fitInto, unitsPerItem, type ItemQuery, type NodeQuery } from './item-query.ts';

/** An item with GitHub's id. */
export interface IdentifiedItem extends ItemId {
  id: string;
}

/** The result for the requested ids. */
export interface Answered<T> {
  items: T[];
  /** Ids that were null in the answer, without an error that explains it. */
  unexplained: string[];
  /** Ids that GitHub can't answer, even one by one. */
  failed: { id: string; failure: Failure }[];
}

/**
 * The items with the ids, in any order. Leaves out those that GitHub twice calls deleted or out of
 * sight. Warns of those for which it gives no reason, and of those that it fails to answer.
 *
 * @throws {Failure} when it fails on all of several
 */
export async function readByIds<T extends { id: string }>(
  run: Run,
  query: ItemQuery<T>,
  known: readonly IdentifiedItem[],
): Promise<T[]> {
  const readable = known.filter(({ id }) => !run.unreadable.has(id));
  const byId = new Map(readable.map((item) => [item.id, item]));
  const first = await askByIds(run, query, [...byId.keys()]);
  const answered = new Set([...first.items, ...first.failed].map(({ id }) => id));
  const missing = [...byId.keys()].filter((id) => !answered.has(id));
  const again = await askByIds(run, query, missing);
  const failed = [...first.failed, ...again.failed];
  if (failed[0] && failed.length > 1 && failed.length === byId.size) throw failed[0].failure;
  const reasons = new Map([
    ...failed.map(({ id, failure }) => [id, failure.brief] as const),
    ...again.unexplained.map((id) => [id, 'GitHub returned null'] as const),
  ]);
  const asked = [...byId.values()];
  for (const item of asked) if (reasons.has(item.id)) run.unreadable.set(item.id, item);
  warnOfUnreadable(
    run,
    asked.map((item) => ({ ...item, reason: reasons.get(item.id) ?? null })),
  );
  return [...first.items, ...again.items];
}

/** At most 100 ids at once. */
export async function askByIds<T>(
  { requester }: Pick<Run, 'requester'>,
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
