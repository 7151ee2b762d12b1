import { pageOf, type PageArguments } from '../connection.ts';
import { actor, type Actor } from '../data/actor.ts';
import type { Item } from '../data/item.ts';
import type { ItemType, Repository } from '../data/repository.ts';
import { ApiError } from '../errors.ts';
import type { Resolver, Resolvers } from './context.ts';
import { listed, pullRequestsOf, type ListArguments } from './listed.ts';
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
    pullRequests: (source: Repository, args: ListArguments) => pullRequestsOf(source, args),
    issues: (source: Repository, args: ListArguments) =>
      listed(source, 'Issue', args, (one) => one.repository.hasIssuesEnabled),
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
