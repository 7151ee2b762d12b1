import { devNull } from 'node:os';
import type { ChangedFile } from '../../snapshot/schema.ts';
import { type Git, LOG, gitOutput } from './git.ts';
import type { WalkedCommit } from './landings.ts';
import type { Signature } from './people.ts';

export interface Commit {
  author: Signature;
  committer: Signature;
  message: string;
  /** Against the first parent. */
  files: ChangedFile[];
}

/**
 * Counts as GitHub does: half a file the same is a rename; nothing configured takes part. Diff-tree
 * starts with the first commit it is given, before it has the last.
 */
const DIFF_TREE = [
  ...['diff-tree', '--stdin', '-r', '-z', '--root', '--always', '--numstat', '--no-ext-diff'],
  ...['--no-textconv', '--find-renames=50%', '-l1000', '--diff-algorithm=myers', '--no-relative'],
  ...['--ignore-submodules=none', '--submodule=short', `-O${devNull}`, '--no-color'],
  ...['--no-show-signature', '--no-notes', '--encoding=UTF-8'],
  '--format=tformat:%H%x00%an%x00%ae%x00%cn%x00%ce%x00%B',
];

/** The commits with the files they change, by hash. */
export async function readCommits(
  git: Git,
  wanted: AsyncIterable<WalkedCommit> | Iterable<WalkedCommit>,
): Promise<Map<string, Commit>> {
  const commits = new Map<string, Commit>();
  const fields = (await gitOutput(git, DIFF_TREE, againstFirstParent(wanted)))[Symbol.iterator]();
  const next = (): string => fields.next().value ?? '';

  let files: ChangedFile[] = [];
  for (const field of fields) {
    // A hash has no tab; the counts of the first file follow an empty line.
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
    // A rename has its two paths in fields of their own. A binary file counts `-`.
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

/** Diff-tree takes the hashes behind a commit for its parents. */
async function* againstFirstParent(
  wanted: AsyncIterable<WalkedCommit> | Iterable<WalkedCommit>,
): AsyncGenerator<string> {
  for await (const { hash, parents } of wanted) yield `${hash} ${parents[0] ?? ''}`.trim() + '\n';
}

/** The authors of the commits, by hash; without those a shallow clone lacks. */
export async function readAuthors(
  git: Git,
  hashes: readonly string[],
): Promise<Map<string, Signature>> {
  const authors = new Map<string, Signature>();
  // Without a commit on its standard input, git log would take HEAD.
  if (hashes.length === 0) return authors;
  const args = ['--no-walk=unsorted', '--stdin', '--no-patch', '--ignore-missing'];
  const format = '--format=tformat:%H%x00%an%x00%ae';
  const fields = await gitOutput(git, [...LOG, ...args, format], [hashes.join('\n')]);
  for (let at = 0; at + 3 <= fields.length; at += 3) {
    const [hash = '', name = '', email = ''] = fields.slice(at, at + 3);
    authors.set(hash, { name, email });
  }
  return authors;
}
