import { commitOf, oidOf, type Commit } from './commit.ts';
import { ancestorsOf } from './git/graph.ts';
import type { PullRequest } from './item.ts';
import { commitsOf, mergeCommitOf } from './parts.ts';
import type { Repository } from './repository.ts';

interface History {
  version: number;
  /** What the default branch has, as `git log` lists it: newest first. */
  commits: readonly Commit[];
  /** Also those of branches that were never merged. */
  byOid: ReadonlyMap<string, Commit>;
  /** By hash, the merged pull requests that brought the commit; for others, the open ones that have it. */
  pulls: ReadonlyMap<string, readonly PullRequest[]>;
}

const made = new WeakMap<Repository, History>();

export function historyOf(repository: Repository): History {
  const { version } = repository.data;
  const known = made.get(repository);
  if (known?.version === version) return known;
  const history = { version, ...read(repository) };
  made.set(repository, history);
  return history;
}

export function commitNamed(repository: Repository, oid: string): Commit | null {
  return repository.git.commit(oid) ?? historyOf(repository).byOid.get(oid) ?? null;
}

/** A commit whose history is that of the default branch. Itself, it is older than anything. */
export function tipOf(repository: Repository): Commit {
  const oid = oidOf(`tip of ${repository.nameWithOwner}`);
  return commitOf(repository, { committedDate: '2001-01-01T00:00:00Z' }, oid);
}

/** What one push or merge added to the first-parent chain, oldest first, and all that came with it. */
interface Step {
  at: string;
  add(parent: string): { chain: Commit[]; others: Commit[] };
}

function read(repository: Repository): Omit<History, 'version'> {
  const pulls = repository
    .list('PullRequest')
    .filter((item): item is PullRequest => item.__typename === 'PullRequest');
  const landed = new Map<string, PullRequest[]>();
  const byOid = new Map<string, Commit>();
  for (const pull of pulls) {
    for (const commit of [...commitsOf(pull), mergeCommitOf(pull) ?? []].flat()) {
      byOid.set(commit.oid, commit);
      landed.set(commit.oid, [...(landed.get(commit.oid) ?? []), pull]);
    }
  }
  const branches = [repository.defaultBranch, ...repository.formerDefaultBranches];
  const steps = [
    ...pushesOf(repository),
    ...pulls
      .filter(({ baseRefName }) => branches.includes(baseRefName))
      .flatMap((pull) => mergeOf(pull, landed)),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const commits: Commit[] = [];
  let parent = oidOf(`root of ${repository.nameWithOwner}`);
  for (const step of steps) {
    const { chain, others } = step.add(parent);
    commits.push(...others, ...chain);
    parent = chain.at(-1)?.oid ?? parent;
  }
  const { git } = repository;
  const head = git.head(repository.defaultBranch);
  const pushed = head === null ? [] : ancestorsOf(git, head.oid);
  for (const commit of commits) byOid.set(commit.oid, git.commit(commit.oid) ?? commit);
  for (const commit of pushed) byOid.set(commit.oid, commit);
  commits.reverse();
  const others = commits.filter(({ oid }) => git.commit(oid) === null);
  commits.splice(0, commits.length, ...pushed, ...others);
  commits.sort((a, b) => Date.parse(b.committedDate) - Date.parse(a.committedDate));
  return { commits, byOid, pulls: landed };
}

function pushesOf(repository: Repository): Step[] {
  return repository.pushes.map((input, index) => ({
    at: input.committedDate,
    add(parent) {
      const name = `push ${repository.nameWithOwner} ${index}`;
      let last = parent;
      const others = (input.merges ?? []).map((merged, place) => {
        const oid = merged.oid ?? oidOf(`${name} ${place}`);
        const commit = commitOf(repository, merged, oid, last);
        last = oid;
        return commit;
      });
      const own = commitOf(repository, input, input.oid ?? oidOf(name), parent);
      const parentOids = others.length > 0 ? [parent, last] : own.parentOids;
      return { chain: [{ ...own, parentOids }], others };
    },
  }));
}

function mergeOf(pull: PullRequest, landed: Map<string, PullRequest[]>): Step[] {
  const merge = mergeCommitOf(pull);
  if (merge === null) return [];
  const { repository, mergeMethod } = pull;
  const add = (parent: string) => {
    if (mergeMethod === 'squash')
      return { chain: [{ ...merge, parentOids: [parent] }], others: [] };
    const commits = commitsOf(pull);
    if (mergeMethod === 'merge') {
      const parentOids = [parent, commits.at(-1)?.oid ?? parent];
      return { chain: [{ ...merge, parentOids }], others: [...commits] };
    }
    let last = parent;
    const chain = commits.map((commit, index) => {
      const isLast = index === commits.length - 1;
      const oid = isLast ? merge.oid : oidOf(`rebased ${commit.oid}`);
      const input = { ...pull.input.commits?.[index], committedDate: merge.committedDate };
      const rebased = { ...commitOf(repository, input, oid, last), author: commit.author };
      last = oid;
      landed.set(oid, [pull]);
      return rebased;
    });
    return { chain, others: [] };
  };
  return [{ at: merge.committedDate, add }];
}
