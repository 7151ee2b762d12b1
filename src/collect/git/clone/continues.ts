import { LOG } from '../command/isolation.ts';
import { type GitContext, gitFields } from '../command/run-git.ts';

/**
 * Whether a line of first parents leads to a commit: a branch that was renamed goes on where it was.
 * A branch into which the commit was only merged, like that of releases, has a line of its own.
 */
export async function continues(
  git: GitContext,
  { line, from }: { line: string; from: string },
): Promise<boolean> {
  const args = ['--first-parent', '--format=tformat:%P', line, `^${from}`, '--'];
  let parents = '';
  for await (const fields of gitFields(git, [...LOG, ...args])) parents = fields.at(-1) ?? parents;
  return parents.split(' ', 1)[0] === from;
}
