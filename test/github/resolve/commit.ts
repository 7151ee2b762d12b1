import { pageOf, type PageArguments } from '../connection.ts';
import type { Commit } from '../data/commit.ts';
import type { GitCommit } from '../data/git/commit.ts';
import { ancestorsOf, mergeBase } from '../data/git/graph.ts';
import { historyOf } from '../data/history.ts';
import { commitOfTag } from '../data/release.ts';
import { FixtureError } from '../errors.ts';
import type { Resolvers } from './context.ts';

interface HistoryArguments extends PageArguments {
  since?: string | null;
  until?: string | null;
  path?: string | null;
}

/** Parents, authors and history of a commit. */
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
    history: (source: Commit, args: HistoryArguments) => {
      const { repository } = source;
      const since = args.since ? Date.parse(args.since) : -Infinity;
      const until = args.until ? Date.parse(args.until) : Infinity;
      const list = builtOn(source, args.path ?? null).filter(({ committedDate }) => {
        const at = Date.parse(committedDate);
        return since <= at && at <= until;
      });
      const filter = [args.since, args.until, args.path].join(' ');
      const isKnown = repository.git.hasContent || historyOf(repository).byOid.has(source.oid);
      const start = isKnown || commitOfTag(repository, source.oid) ? source.oid : '';
      const name = `history ${repository.nameWithOwner} ${start} ${filter}`;
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

/**
 * The commit and all that it builds on, newest first. Where the data do not say what is in the branches,
 * that is the default branch, for a commit of its own that a tag has up to its date; what was merged before the first commit with a tree comes after that.
 */
function builtOn({ oid, repository }: Commit, path: string | null): readonly Commit[] {
  const { git, defaultBranch } = repository;
  const { commits, byOid } = historyOf(repository);
  if (git.commit(oid) === null) {
    const tagged = commitOfTag(repository, oid);
    if (tagged)
      return [tagged, ...commits.filter((one) => one.committedDate <= tagged.committedDate)];
    return byOid.has(oid) ? reachedFrom(oid, byOid).sort(byDate) : commits;
  }
  const own = ancestorsOf(git, oid);
  const base = git.head(defaultBranch);
  const shared = base !== null && mergeBase(git, base.oid, oid) !== null;
  const older = shared ? commits.filter((commit) => git.commit(commit.oid) === null) : [];
  if (path === null) return [...own, ...older].sort(byDate);
  const touched = (commit: Commit): boolean => {
    const pulls = historyOf(repository).pulls.get(commit.oid) ?? [];
    if (pulls.length === 0)
      throw new FixtureError('The data do not say which files a commit changes');
    return pulls.some(({ input: { files } }) =>
      typeof files === 'object' ? files?.some((file) => file.path === path) : files !== undefined,
    );
  };
  const at = ({ files }: GitCommit) =>
    [...files].flatMap(([name, { oid: hash }]) =>
      name === path || name.startsWith(`${path}/`) ? `${name} ${hash}` : [],
    );
  const changing = own.filter((commit) => {
    const before = git.commit(commit.parentOids[0] ?? '');
    return at(commit).join() !== (before === null ? '' : at(before).join());
  });
  return [...changing, ...older.filter(touched)].sort(byDate);
}

function reachedFrom(oid: string, byOid: ReadonlyMap<string, Commit>): Commit[] {
  const reached = new Map<string, Commit>();
  const open = [oid];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const commit = byOid.get(at);
    if (commit === undefined || reached.has(at)) continue;
    reached.set(at, commit);
    open.push(...commit.parentOids);
  }
  return [...reached.values()];
}

function byDate(a: Commit, b: Commit): number {
  return Date.parse(b.committedDate) - Date.parse(a.committedDate);
}
