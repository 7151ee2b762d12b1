import type { Config } from '../config/schema/schema.ts';
import { parseGlob } from '../pattern/glob.ts';
import type { Snapshot } from '../snapshot/schema.ts';

/**
 * The globs of `branches.default` that match neither the base of a pull request nor a known name of a
 * default branch; none when the snapshot knows no branch at all.
 */
export function unusedBranchGlobs(
  { pullRequests, defaultBranches }: Pick<Snapshot, 'pullRequests' | 'defaultBranches'>,
  { branches }: Pick<Config, 'branches'>,
): string[] {
  const known = [
    ...new Set([
      ...pullRequests.flatMap(({ base }) => base ?? []),
      ...defaultBranches.flatMap(({ names }) => names),
    ]),
  ];
  if (known.length === 0) return [];
  return branches.default.filter((glob) => !known.some((name) => parseGlob(glob).matches?.(name)));
}
