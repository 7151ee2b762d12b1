import { FixtureError } from '../../errors.ts';
import type { Repository } from '../repository.ts';
import { changed, entryOf, type Entry } from './content.ts';
import type { GitCommit } from './commit.ts';
import type { BranchInput, ChangesInput } from './input.ts';
import { contentOf } from './push.ts';

/** Older than anything: what the data begin with is nobody's news. */
const longAgo = '2001-01-01T00:00:00Z';

export function entriesOf(repository: Repository, changes: ChangesInput): [string, Entry | null][] {
  return Object.entries(changes).map(([path, content]) => [
    path,
    content === null ? null : entryOf(repository, content),
  ]);
}

/** Makes the branches that the data write down; open pull requests from them have what they have. */
export function seedBranches(repository: Repository, branches: Record<string, BranchInput>): void {
  const { git, defaultBranch, nameWithOwner } = repository;
  for (const [name, input] of Object.entries(branches)) {
    const { from, commits = [], ...first } = input;
    let head = from === undefined ? null : git.head(from);
    if (from !== undefined && head === null)
      throw new FixtureError(`${nameWithOwner} has no ${from} for ${name} to start from`);
    const steps = head !== null && first.files === undefined ? commits : [first, ...commits];
    for (const {
      files = {},
      message = 'Change files',
      author = 'octocat',
      committedDate,
    } of steps) {
      const before: GitCommit | null = head;
      head = git.add({
        message,
        author,
        at: committedDate ?? longAgo,
        files: changed(before?.files ?? new Map(), entriesOf(repository, files)),
        parents: before === null ? [] : [before.oid],
      });
    }
    git.point(name, head?.oid ?? null);
  }
  if (git.hasContent && git.head(defaultBranch) === null)
    throw new FixtureError(
      `${nameWithOwner} has branches, but not its default branch ${defaultBranch}`,
    );
  for (const item of repository.list('PullRequest')) {
    if (item.__typename !== 'PullRequest' || item.state !== 'OPEN') continue;
    const { updatedAt, number, isCrossRepository, input } = item;
    if (input.commits === undefined && !isCrossRepository)
      repository.update(number, { ...contentOf(repository, item), updatedAt });
  }
}
