import * as v from 'valibot';
import type { Field } from '../request/field.ts';
import type { Run } from '../run.ts';
import type { Wanted } from './search.ts';

/** What came of the ids asked for. */
interface Answered<T> {
  items: T[];
  /** Ids that are null, though nothing says that they are gone or out of sight. */
  lost: string[];
}

/**
 * The items with the ids, in any order. What is missing twice is gone: deleted, or moved out of
 * sight. GitHub says so beside the answer; where it does not, the item is noted as lacking.
 */
export async function readNodes<T extends { id: string }>(
  run: Run,
  wanted: Wanted<T>,
  ids: readonly string[],
): Promise<T[]> {
  if (ids.length === 0) return [];
  const first = await run.requester.ask(nodesField(wanted, ids));
  const found = new Set(first.items.map(({ id }) => id));
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length === 0) return first.items;
  const again = await run.requester.ask(nodesField(wanted, missing));
  if (again.lost.length > 0) {
    const what = wanted.typename === 'Issue' ? 'issues' : 'pull requests';
    run.note(
      'results-disagree',
      `GitHub listed ${ids.length} ${what}, but gave nothing for ${again.lost.length} of them.`,
    );
  }
  return [...first.items, ...again.items];
}

function nodesField<T>(wanted: Wanted<T>, ids: readonly string[]): Field<Answered<T>> {
  const { typename, operation, selection } = wanted;
  const nodes = v.array(v.nullable(v.looseObject({ __typename: v.string() })));
  return {
    operation,
    text: `nodes(ids: $ids) { __typename ...${selection.name} }`,
    fragments: [selection.fragment],
    variables: { ids: { type: '[ID!]!', value: ids } },
    units: ids.length,
    read(value, problems = []) {
      const answers = v.parse(nodes, value);
      const explained = new Set(problems.map(({ path }) => path?.[1]));
      return {
        items: answers.flatMap((node) =>
          node?.__typename === typename ? [selection.read(node)] : [],
        ),
        lost: ids.filter((_, index) => !answers[index] && !explained.has(index)),
      };
    },
    shrink(units) {
      const fields = [];
      for (let start = 0; start < ids.length; start += units) {
        fields.push(nodesField(wanted, ids.slice(start, start + units)));
      }
      return { fields, join: joined };
    },
  };
}

function joined<T>(parts: readonly Answered<T>[]): Answered<T> {
  return {
    items: parts.flatMap(({ items }) => items),
    lost: parts.flatMap(({ lost }) => lost),
  };
}
