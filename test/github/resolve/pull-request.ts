import { pageOf, type PageArguments } from '../connection.ts';
import { actor } from '../data/actor.ts';
import type { Branch } from '../data/branch.ts';
import type { Item, PullRequest } from '../data/item.ts';
import { milestonesOf } from '../data/milestones.ts';
import { commitsOf } from '../data/parts.ts';
import { personNamed, teamsOf } from '../data/people.ts';
import type { Resolver, Resolvers } from './context.ts';
import { pullRequestsOf, type ListArguments } from './listed.ts';

const shared: Record<string, Resolver> = {
  assignees: ({ id, input, repository }: Item, args: PageArguments) => {
    const people = (input.assignees ?? []).map((login) => actor(login, repository.server));
    return pageOf(people, args, { name: `assignees ${id}` });
  },
  milestone: ({ input, repository }: Item) =>
    milestonesOf(repository).find(({ title }) => title === input.milestone) ?? null,
};

/** Where pull requests come from, and whom they are given to. */
export const pullRequest: Resolvers = {
  Issue: shared,
  PullRequest: {
    ...shared,
    headRefOid: (source: PullRequest) => {
      const { repository, headRefName, headRefOid, isCrossRepository, state } = source;
      const follows = state === 'OPEN' && !isCrossRepository;
      const head = follows ? repository.git.head(headRefName) : null;
      return head?.oid ?? headRefOid ?? commitsOf(source).at(-1)?.oid;
    },
    headRepository: ({ headRepositoryName, repository }: PullRequest, _: unknown, { data }) => {
      if (headRepositoryName === null) return null;
      const known = data.repository(headRepositoryName);
      if (known !== null) return known;
      const [login = '', name = ''] = headRepositoryName.split('/');
      const owner = actor(login, repository.server);
      return { __typename: 'Repository', name, nameWithOwner: headRepositoryName, owner };
    },
    headRepositoryOwner: ({
      headRepositoryName,
      repository: { ownerType, server },
    }: PullRequest) => {
      const [login] = headRepositoryName?.split('/') ?? [];
      return login === undefined ? null : actor({ login, type: ownerType }, server);
    },
    reviewRequests: (source: PullRequest, args: PageArguments, { data }) => {
      const { input, id } = source;
      const nodes = (input.reviewRequests ?? []).map((name, index) => ({
        __typename: 'ReviewRequest',
        id: `RR_${id}_${index}`,
        asCodeOwner: false,
        pullRequest: source,
        requestedReviewer: name.includes('/')
          ? (teamsOf(data).find(({ combinedSlug }) => combinedSlug === name) ?? null)
          : (personNamed(data, name) ?? actor(name, data.server)),
      }));
      return pageOf(nodes, args, { name: `review requests ${id}` });
    },
  },
  Ref: {
    associatedPullRequests: ({ repository, name }: Branch, args: ListArguments) =>
      pullRequestsOf(repository, { ...args, headRefName: name }, (one) => !one.isCrossRepository),
  },
};
