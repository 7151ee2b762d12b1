import { pageOf, type PageArguments } from '../connection.ts';
import type { Commit } from '../data/commit.ts';
import { historyOf } from '../data/history.ts';
import type { Resolvers } from './context.ts';

interface HistoryArguments extends PageArguments {
  since?: string | null;
  until?: string | null;
}

/** Parents, authors and history of a commit. The fixture knows the history of the default branch alone. */
export const commit: Resolvers = {
  Commit: {
    authors: ({ id, authorList }: Commit, args: PageArguments) =>
      pageOf(authorList, args, { name: `authors ${id}` }),
    parents: ({ id, parentOids, repository }: Commit, args: PageArguments) => {
      const { byOid } = historyOf(repository);
      const stranger = (oid: string) => ({ __typename: 'Commit', oid, id: `C_${oid}`, repository });
      const parents = parentOids.map((oid) => byOid.get(oid) ?? stranger(oid));
      return pageOf(parents, args, { name: `parents ${id}` });
    },
    history: ({ repository }: Commit, args: HistoryArguments) => {
      const since = args.since ? Date.parse(args.since) : -Infinity;
      const until = args.until ? Date.parse(args.until) : Infinity;
      const list = historyOf(repository).commits.filter(({ committedDate }) => {
        const at = Date.parse(committedDate);
        return since <= at && at <= until;
      });
      const name = `history ${repository.nameWithOwner} ${args.since ?? ''} ${args.until ?? ''}`;
      return pageOf(list, args, { name });
    },
    associatedPullRequests: ({ oid, id, repository }: Commit, args: PageArguments) => {
      const { commits, pulls } = historyOf(repository);
      const isOnBranch = commits.some((one) => one.oid === oid);
      const found = (pulls.get(oid) ?? []).filter(
        ({ merged, state }) => merged || (state === 'OPEN' && !isOnBranch),
      );
      return pageOf(found, args, { name: `pull requests of ${id}` });
    },
  },
};
