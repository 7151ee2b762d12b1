import { devNull } from 'node:os';
import type { ChangedFile } from '../../../snapshot/schema.ts';
import { type GitContext, gitOutput } from '../command/run-git.ts';
import type { Signature } from './signature.ts';

/** What to compare: a commit to the first of the parents given, of which it need not be a child. */
export interface Comparison {
  hash: string;
  parents: readonly string[];
}

export interface CommitDetails {
  author: Signature;
  committer: Signature;
  message: string;
  /** Compared to the first parent. */
  files: ChangedFile[];
}

/**
 * Compares as GitHub does: a file that stays half the same is renamed. No configuration takes part.
 * Unlike log, diff-tree answers for its first commit before it has read the last.
 */
const DIFF_TREE = [
  ...['diff-tree', '--stdin', '-r', '-z', '--root', '--always', '--numstat', '--no-ext-diff'],
  ...['--no-textconv', '--find-renames=50%', '-l1000', '--diff-algorithm=myers', '--no-relative'],
  ...['--ignore-submodules=none', '--submodule=short', `-O${devNull}`, '--no-color'],
  ...['--no-show-signature', '--no-notes', '--encoding=UTF-8'],
  '--format=tformat:%H%x00%an%x00%ae%x00%cn%x00%ce%x00%B',
];

/** How many processes compare commits: two halve the time, as every machine has two cores. */
const PROCESSES = 2;

/**
 * Reads commits and the files that they change; by hash. Each process takes the next one, since
 * comparing files is most of the work.
 */
export async function readCommitDetails(
  git: GitContext,
  merging: AsyncIterable<Comparison> | Iterable<Comparison>,
): Promise<Map<string, CommitDetails>> {
  const shared = withFirstParent(merging);
  const compared = Array.from({ length: PROCESSES }, () => compare(git, shared));
  const parts = await Promise.all(compared);
  return new Map(parts.flatMap((commits) => [...commits]));
}

async function compare(
  git: GitContext,
  comparisons: AsyncGenerator<string>,
): Promise<Map<string, CommitDetails>> {
  const commits = new Map<string, CommitDetails>();
  const fields = (await gitOutput(git, DIFF_TREE, comparisons))[Symbol.iterator]();
  const next = (): string => fields.next().value ?? '';

  let files: ChangedFile[] = [];
  for (const field of fields) {
    // A hash has no tab; an empty line comes before the counts of the first file.
    const counts = /^\n?(?<additions>\d+|-)\t(?<deletions>\d+|-)\t(?<path>.*)$/s.exec(
      field,
    )?.groups;
    if (counts === undefined) {
      files = [];
      const author = { name: next(), email: next() };
      const committer = { name: next(), email: next() };
      commits.set(field, { author, committer, message: next(), files });
      continue;
    }
    // Both paths of a rename are fields of their own. The counts of a binary file are `-`.
    const renamed = counts['path'] === '';
    const previousPath = renamed ? next() : undefined;
    files.push({
      path: renamed ? next() : (counts['path'] ?? ''),
      ...(previousPath === undefined ? {} : { previousPath }),
      additions: Number(counts['additions']) || 0,
      deletions: Number(counts['deletions']) || 0,
    });
  }
  return commits;
}

/** On its stdin, diff-tree takes the hashes after a commit for its parents. */
async function* withFirstParent(
  merging: AsyncIterable<Comparison> | Iterable<Comparison>,
): AsyncGenerator<string> {
  for await (const { hash, parents } of merging) yield `${hash} ${parents[0] ?? ''}`.trim() + '\n';
}
