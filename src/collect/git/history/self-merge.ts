import { repositoryAt } from '../clone/remote-address.ts';

/** What tells a merge of the default branch into itself from other merges. */
export interface SelfMergeContext {
  /** `owner/name`. */
  repository: string;
  /** Like `https://github.com`. */
  server: string;
  /** The names of the default branch. */
  branches: readonly string[];
  /** The remotes that have the repository, by the names that git has for them. */
  remotes: readonly string[];
}

const INTO = /(?: into .+)?$/.source;
const BRANCH = new RegExp(`^Merge branch '(?<name>[^']+)'(?: of (?<address>\\S+))?${INTO}`);
const TRACKING = new RegExp(
  `^Merge (?:remote-tracking |remote )?branch '(?:refs/)?(?:remotes/)?(?<remote>[^'/]+)/(?<name>[^']+)'${INTO}`,
);
/** What `git pull` with an address, but without a branch, writes. */
const ADDRESS = new RegExp(`^Merge (?<address>[^\\s:/]*[:/]\\S+)${INTO}`);

/**
 * Whether the subject of a merge says that it merges the default branch into itself, as `git pull`
 * does, or into a branch that became it: the other parents are then as much of the mainline as the
 * first one. `unclear` for a branch of that name in a repository that may be the same one, under an
 * earlier name, or a fork.
 */
export function readSelfMerge(
  subject: string,
  { branches, remotes, ...project }: SelfMergeContext,
): 'own' | 'unclear' | null {
  const tracking = TRACKING.exec(subject)?.groups;
  if (tracking && branches.includes(tracking['name'] ?? '')) {
    return remotes.includes(tracking['remote'] ?? '') ? 'own' : null;
  }
  const { name, address } = (BRANCH.exec(subject) ?? ADDRESS.exec(subject))?.groups ?? {};
  if (name !== undefined && !branches.includes(name)) return null;
  if (address !== undefined) return whose(address, project);
  return name === undefined ? null : 'own';
}

/** Whether an address is the repository's, also one by an alias of the host or a path. */
function whose(
  address: string,
  { repository, server }: { repository: string; server: string },
): 'own' | 'unclear' | null {
  const path = /(?:^|[:/])(?<owner>[^:/]+)\/(?<name>[^:/]+?)(?:\.git)?\/*$/.exec(address)?.groups;
  const found = repositoryAt(address, server) ?? `${path?.['owner'] ?? ''}/${path?.['name'] ?? ''}`;
  if (found.toLowerCase() === repository.toLowerCase()) return 'own';
  const nameOf = (text: string) => text.toLowerCase().split('/')[1];
  return nameOf(found) === nameOf(repository) ? 'unclear' : null;
}
