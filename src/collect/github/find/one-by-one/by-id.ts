import * as v from 'valibot';
import type { ItemId } from '../../../../item/item-id.ts';
import { noteLost } from '../../warnings/unread-parts.ts';
import type { Failure } from '../../request/failures/failure.ts';
import type { Field } from '../../request/field.ts';
import type { Run } from '../../run.ts';
import { fitting, weightOf, type Wanted } from './item-query.ts';

/** An item whose facts are to be read by its id. */
export interface Known extends ItemId {
  id: string;
}

/** What came of the ids asked for. */
interface Answered<T> {
  items: T[];
  /** Ids that are null, though nothing says that they are gone or out of sight. */
  silent: string[];
  /** Ids that GitHub cannot answer, even by themselves. */
  lost: { id: string; failure: Failure }[];
}

/**
 * The items with the ids, in any order. What is missing twice is gone: deleted, or moved out of
 * sight. GitHub says so beside the answer; where it does not, or cannot answer, the item is noted as
 * lacking.
 *
 * @throws {Failure} when none of several can be read
 */
export async function readNodes<T extends { id: string }>(
  run: Run,
  wanted: Wanted<T>,
  known: readonly Known[],
): Promise<T[]> {
  const byId = new Map(known.filter(({ id }) => !run.lost.has(id)).map((item) => [item.id, item]));
  const first = await ask(run, wanted, [...byId.keys()]);
  const answered = new Set([...first.items, ...first.lost].map(({ id }) => id));
  const missing = [...byId.keys()].filter((id) => !answered.has(id));
  const again = await ask(run, wanted, missing);
  const lost = [...first.lost, ...again.lost];
  if (lost[0] && lost.length > 1 && lost.length === byId.size) throw lost[0].failure;
  const reasons = new Map([
    ...lost.map(({ id, failure }) => [id, failure.brief] as const),
    ...again.silent.map((id) => [id, 'GitHub gives nothing for it'] as const),
  ]);
  const asked = [...byId.values()];
  for (const item of asked) if (reasons.has(item.id)) run.lost.set(item.id, item);
  noteLost(
    run,
    asked.map((item) => ({ ...item, why: reasons.get(item.id) ?? null })),
  );
  return [...first.items, ...again.items];
}

async function ask<T>({ requester }: Run, wanted: Wanted<T>, ids: readonly string[]) {
  return ids.length === 0 ? joined<T>([]) : requester.ask(nodesField(wanted, ids));
}

function nodesField<T>(wanted: Wanted<T>, ids: readonly string[]): Field<Answered<T>> {
  const { typename, operation, selection } = wanted;
  const nodes = v.array(v.nullable(v.looseObject({ __typename: v.string() })));
  const shrink = (units: number) => {
    const { wanted: lighter, size } = fitting(wanted, units);
    const fields = [];
    for (let start = 0; start < ids.length; start += size) {
      fields.push(nodesField(lighter, ids.slice(start, start + size)));
    }
    return { fields, join: joined<T> };
  };
  return {
    operation,
    text: `nodes(ids: $ids) { __typename ...${selection.name} }`,
    fragments: [selection.fragment],
    variables: { ids: { type: '[ID!]!', value: ids } },
    units: ids.length * weightOf(selection),
    read(value, problems = []) {
      const answers = v.parse(nodes, value);
      const explained = new Set(problems.map(({ path }) => path?.[1]));
      return {
        items: answers.flatMap((node) =>
          node?.__typename === typename ? [selection.read(node)] : [],
        ),
        silent: ids.filter((_, index) => !answers[index] && !explained.has(index)),
        lost: [],
      };
    },
    shrink: ids.length > 1 || selection.slim ? shrink : undefined,
    lost: (failure) => ({ items: [], silent: [], lost: ids.map((id) => ({ id, failure })) }),
  };
}

function joined<T>(parts: readonly Answered<T>[]): Answered<T> {
  return {
    items: parts.flatMap(({ items }) => items),
    silent: parts.flatMap(({ silent }) => silent),
    lost: parts.flatMap(({ lost }) => lost),
  };
}
