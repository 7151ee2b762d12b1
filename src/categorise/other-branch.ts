import type { Config } from '../config/schema/schema.ts';
import type { PullRequest, Snapshot } from '../snapshot/schema.ts';
import { branchMatch } from './match.ts';

/** Gives the branch that a pull request was merged into, if it is another than the default branch. */
export type OtherBranch = (pull: PullRequest) => string | null;

/** Compiles the names of default branches; where nothing is known of a branch, it counts as one. */
export function compileOtherBranch(
  { defaultBranches }: Snapshot,
  branches: Config['branches'],
): OtherBranch {
  const isDefault = branchMatch(branches.default);
  const names = new Map(
    defaultBranches.map((known) => [known.repository.toLowerCase(), new Set(known.names)]),
  );
  return ({ repository, base, mergedAt }) => {
    const known = names.get(repository.toLowerCase());
    if (base === null || mergedAt === null || known === undefined) return null;
    return known.has(base) || isDefault(base) !== null ? null : base;
  };
}
