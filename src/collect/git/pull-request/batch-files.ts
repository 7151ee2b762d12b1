import type { ChangedFile } from '../../../snapshot/schema.ts';
import type { Clone } from '../clone/open-clone.ts';
import { GitFailure } from '../command/git-failure.ts';
import { type GitContext, gitOutput } from '../command/run-git.ts';
import { readCommitDetails } from '../history/commit-details.ts';
import type { PullRequestMerge } from '../history/merge-finder.ts';
import type { MergingCommit } from '../history/merging-commit.ts';

/** The files of the pull requests in batches, by the merge's hash and the number. */
export type BatchFiles = ReadonlyMap<string, readonly ChangedFile[]>;

export function batchKey(hash: string, number: number): string {
  return `${hash} ${String(number)}`;
}

/** How many git commands run at a time. */
const AT_A_TIME = 8;

/**
 * A batch of bors merges several branches with one commit, so that its own changes are those of all.
 * Each branch is compared to where it left the default branch instead. A batch with other parents than
 * its message has numbers is left out, and so is a branch whose beginning the clone lacks.
 */
export async function readBatchFiles(
  { git, shallow }: Clone,
  merges: readonly PullRequestMerge[],
): Promise<BatchFiles> {
  const batches = new Set(merges.flatMap(({ commits }) => commits).filter(isBatch));
  const branches = [...batches]
    .filter(({ hash }) => !shallow.has(hash))
    .flatMap(({ hash, pulls, parents: [base = '', ...tips] }) =>
      tips.map((tip, at) => ({ key: batchKey(hash, pulls[at]?.number ?? 0), base, tip })),
    );
  const compared: { key: string; hash: string; parents: string[] }[] = [];
  for (let at = 0; at < branches.length; at += AT_A_TIME) {
    const found = branches.slice(at, at + AT_A_TIME).map(async ({ key, base, tip }) => {
      const parent = await mergeBase(git, base, tip);
      return parent === null ? [] : [{ key, hash: tip, parents: [parent] }];
    });
    compared.push(...(await Promise.all(found)).flat());
  }
  if (compared.length === 0) return new Map();
  const details = await readCommitDetails(git, compared);
  return new Map(compared.map(({ key, hash }) => [key, details.get(hash)?.files ?? []]));
}

function isBatch({ pulls, parents }: MergingCommit): boolean {
  return pulls.length > 1 && parents.length === pulls.length + 1;
}

async function mergeBase(git: GitContext, base: string, tip: string): Promise<string | null> {
  try {
    const [commit = ''] = await gitOutput(git, ['merge-base', base, tip]);
    return commit.trim();
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    // A shallow clone, or histories without a common beginning.
    return null;
  }
}
