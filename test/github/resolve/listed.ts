import type { Page, PageArguments } from '../connection.ts';
import { pageOf } from '../connection.ts';
import type { Item, PullRequest } from '../data/item.ts';
import type { ItemType, OrderField, Repository } from '../data/repository.ts';
import { FixtureError } from '../errors.ts';

export interface ListArguments extends PageArguments {
  states?: readonly string[] | null;
  labels?: readonly string[] | null;
  baseRefName?: string | null;
  headRefName?: string | null;
  orderBy?: { field: string; direction: 'ASC' | 'DESC' } | null;
  filterBy?: Record<string, unknown> | null;
}

/** Pull requests, from forks too unless `wanted` has only others. */
export function pullRequestsOf(
  source: Repository,
  args: ListArguments,
  wanted?: (pull: PullRequest) => boolean,
): Page {
  const visible = wanted && ((item: Item) => item.__typename === 'PullRequest' && wanted(item));
  return listed(source, 'PullRequest', args, visible);
}

/** A page of a repository's issues or pull requests; of those that `visible` accepts, if it is given. */
export function listed(
  source: Repository,
  type: ItemType,
  args: ListArguments,
  visible?: (item: Item) => boolean,
): Page {
  const { field, descending } = orderOf(args);
  const ascending = source.list(type, field);
  const accept = filterOf(args);
  const seen = visible === undefined ? ascending : ascending.filter(visible);
  const list = accept === null ? seen : seen.filter(accept);
  return pageOf(descending ? list.toReversed() : list, args, {
    name: `${type} of ${source.nameWithOwner} by ${field} ${descending ? 'down' : 'up'}`,
    placeOf: (item) => {
      const place = [Date.parse(item[field]), item.number];
      return descending ? place.map((part) => -part) : place;
    },
  });
}

function orderOf({ orderBy }: ListArguments): { field: OrderField; descending: boolean } {
  const field = orderBy?.field === 'UPDATED_AT' ? 'updatedAt' : 'createdAt';
  if (orderBy?.field === 'COMMENTS')
    throw new FixtureError('The fixture GitHub has no COMMENTS order');
  return { field, descending: orderBy?.direction === 'DESC' };
}

/** Null: everything. */
function filterOf(args: ListArguments): ((item: Item) => boolean) | null {
  const { since, states, labels, createdBy, ...others } = args.filterBy ?? {};
  const [unknown] = Object.keys(others).filter((key) => others[key] !== false);
  if (unknown !== undefined)
    throw new FixtureError(`The fixture GitHub has no filterBy.${unknown}`);
  const tests: ((item: Item) => boolean)[] = [];
  for (const wanted of [args.states, states]) {
    if (Array.isArray(wanted)) tests.push((item) => wanted.includes(item.state));
  }
  for (const wanted of [args.labels, labels]) {
    if (Array.isArray(wanted)) {
      tests.push((item) => item.labelNames?.some((name) => wanted.includes(name)) ?? false);
    }
  }
  const { baseRefName: base, headRefName: head } = args;
  if (base) tests.push((item) => item.__typename === 'PullRequest' && item.baseRefName === base);
  if (head) tests.push((item) => item.__typename === 'PullRequest' && item.headRefName === head);
  if (typeof since === 'string') {
    const from = Date.parse(since);
    tests.push((item) => Date.parse(item.updatedAt) >= from);
  }
  if (typeof createdBy === 'string') tests.push((item) => item.author?.login === createdBy);
  return tests.length === 0 ? null : (item) => tests.every((test) => test(item));
}
