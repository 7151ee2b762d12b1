import { pageOf, type PageArguments } from '../connection.ts';
import type { Branch } from '../data/branch.ts';
import { commitsBetween } from '../data/git/graph.ts';
import { branchName } from '../data/git/ref-name.ts';
import { ApiError } from '../errors.ts';
import type { Resolvers } from './context.ts';

/** How far a branch is from another. */
export const comparison: Resolvers = {
  Ref: {
    compare: ({ repository, name }: Branch, { headRef }: { headRef: string }) => {
      const { git } = repository;
      const base = git.head(name);
      const head = git.head(branchName(headRef) ?? '');
      if (head === null)
        throw new ApiError('NOT_FOUND', `Could not resolve to a Ref with the name '${headRef}'.`);
      if (base === null) return null;
      const ahead = commitsBetween(git, base.oid, head.oid);
      const behind = commitsBetween(git, head.oid, base.oid);
      const [more, less] = [ahead.length > 0, behind.length > 0];
      return {
        __typename: 'Comparison',
        id: `CP_${base.oid}_${head.oid}`,
        aheadBy: ahead.length,
        behindBy: behind.length,
        status: more ? (less ? 'DIVERGED' : 'AHEAD') : less ? 'BEHIND' : 'IDENTICAL',
        baseTarget: base,
        headTarget: head,
        commitList: ahead.toReversed(),
      };
    },
  },
  Comparison: {
    commits: ({ id, commitList }: { id: string; commitList: object[] }, args: PageArguments) =>
      pageOf(commitList, args, { name: `commits of ${id}` }),
  },
};
