import { LOG } from '../command/isolation.ts';
import { type GitContext, gitOutput } from '../command/run-git.ts';
import type { Signature } from './signature.ts';

/** The authors of commits, by hash. Commits that a shallow clone lacks are left out. */
export async function readCommitAuthors(
  git: GitContext,
  hashes: readonly string[],
): Promise<Map<string, Signature>> {
  const authors = new Map<string, Signature>();
  // Without a commit on its stdin, git log would take HEAD.
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
