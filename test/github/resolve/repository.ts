import { pageOf, type Page, type PageArguments } from '../connection.ts';
import { actor, type Actor } from '../data/actor.ts';
import type { Item } from '../data/item.ts';
import type { ItemType, OrderField, Repository } from '../data/repository.ts';
import { ApiError, FixtureError } from '../errors.ts';
import type { Resolver, Resolvers } from './context.ts';
import { accessible } from './query.ts';

const owner: Record<string, Resolver> = {
  repositories: ({ login }: Actor, args: RepositoriesArguments, { data }) => {
    const field =
      args.orderBy?.field === 'CREATED_AT' ? 'createdAt' : orderFields[args.orderBy?.field ?? ''];
    const sign = args.orderBy?.direction === 'DESC' ? -1 : 1;
    const wanted = (a: unknown, b: unknown) => a === undefined || a === null || a === b;
    const list = data.repositories.filter(
      (repository) =>
        repository.ownerLogin === login &&
        repository.access !== 'missing' &&
        wanted(args.isFork, repository.isFork) &&
        wanted(args.isArchived, repository.isArchived) &&
        wanted(args.isLocked, repository.isLocked) &&
        wanted(args.hasIssuesEnabled, repository.hasIssuesEnabled) &&
        wanted(args.privacy, repository.visibility) &&
        wanted(args.visibility, repository.visibility),
    );
    if (field !== undefined) {
      const value = (repository: Repository) => repository[field] ?? '';
      list.sort((a, b) => (value(a) < value(b) ? -sign : value(a) > value(b) ? sign : 0));
    }
    const page = pageOf(list, args, { name: `repositories of ${login}` });
    return page.with({
      nodes: list.length === 0 ? [] : page.nodes.map((one) => orError(one as Repository)),
    });
  },
};

const orderFields: Record<string, 'pushedAt' | 'updatedAt' | 'name' | undefined> = {
  PUSHED_AT: 'pushedAt',
  UPDATED_AT: 'updatedAt',
  NAME: 'name',
};

export const repository: Resolvers = {
  Organization: owner,
  User: owner,
  Repository: {
    owner: (source: Repository) =>
      actor({ login: source.ownerLogin, type: source.ownerType }, source.server),
    pullRequests: (source: Repository, args: ListArguments) => listed(source, 'PullRequest', args),
    issues: (source: Repository, args: ListArguments) =>
      listed(source, 'Issue', args, !source.hasIssuesEnabled),
    pullRequest: (source: Repository, { number }: { number: number }) =>
      numbered(source, number, 'PullRequest'),
    issue: (source: Repository, { number }: { number: number }) =>
      numbered(source, number, 'Issue'),
    issueOrPullRequest: (source: Repository, { number }: { number: number }) =>
      numbered(source, number),
  },
};

interface RepositoriesArguments extends PageArguments {
  orderBy?: { field: string; direction: 'ASC' | 'DESC' } | null;
  isFork?: boolean | null;
  isArchived?: boolean | null;
  isLocked?: boolean | null;
  hasIssuesEnabled?: boolean | null;
  privacy?: string | null;
  visibility?: string | null;
}

interface ListArguments extends PageArguments {
  states?: readonly string[] | null;
  labels?: readonly string[] | null;
  baseRefName?: string | null;
  headRefName?: string | null;
  orderBy?: { field: string; direction: 'ASC' | 'DESC' } | null;
  filterBy?: Record<string, unknown> | null;
}

/** A repository in a list; an error when the token may not see it. */
function orError(one: Repository): Repository | ApiError {
  try {
    return accessible(one, one.nameWithOwner);
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

function numbered(source: Repository, number: number, type?: ItemType): Item {
  const item = source.item(number);
  const hidden = item?.__typename === 'Issue' && !source.hasIssuesEnabled;
  if (item !== null && !hidden && (type ?? item.__typename) === item.__typename) return item;
  const kind =
    type === undefined ? 'an issue or pull request' : `a${type === 'Issue' ? 'n' : ''} ${type}`;
  throw new ApiError('NOT_FOUND', `Could not resolve to ${kind} with the number of ${number}.`);
}

function listed(source: Repository, type: ItemType, args: ListArguments, hidden = false): Page {
  const { field, descending } = orderOf(args);
  const ascending = source.list(type, field);
  const accept = filterOf(args);
  const list = hidden ? [] : accept === null ? ascending : ascending.filter(accept);
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
