import { FixtureError } from '../../errors.ts';
import type { Repository } from '../repository.ts';
import type { GitCommit } from './commit.ts';
import type { Blob } from './objects.ts';
import { branchName } from './ref-name.ts';
import { entryAt, type Tree } from './tree.ts';

/**
 * What git makes of `main`, `HEAD:reports`, `<hash>:path` or a hash; null when there is no such thing.
 *
 * @throws {FixtureError} for what else git can read, like `main~2`
 */
export function objectNamed(
  repository: Repository,
  expression: string,
): GitCommit | Tree | Blob | null {
  const colon = expression.indexOf(':');
  const revision = colon < 0 ? expression : expression.slice(0, colon);
  const commit = revisionNamed(repository, revision);
  if (colon < 0 || commit === null) return commit;
  if (!('tree' in commit) && commit.__typename !== 'Tree') return null;
  const tree = 'tree' in commit ? commit.tree : commit;
  const path = expression.slice(colon + 1);
  if (path === '') return tree;
  if (path.startsWith('./') || path.startsWith('../'))
    throw new FixtureError(`The fixture GitHub does not read ${expression}`);
  const found = entryAt(tree, path.replace(/\/$/, ''))?.object ?? null;
  return path.endsWith('/') && found?.__typename !== 'Tree' ? null : found;
}

function revisionNamed(repository: Repository, name: string): GitCommit | Tree | Blob | null {
  const { git, defaultBranch, tags } = repository;
  if (
    /[~^]|@\{|^@$/.test(name) ||
    tags.some((tag) => [tag.name, `refs/tags/${tag.name}`].includes(name))
  )
    throw new FixtureError(`The fixture GitHub does not read the revision ${name}`);
  if (/^[0-9a-f]{40}$/.test(name)) return git.object(name);
  const branch = name === 'HEAD' ? defaultBranch : branchName(name.replace(/^heads\//, ''));
  const head = branch === null ? null : git.head(branch);
  return head ?? (/^[0-9a-f]+$/.test(name) ? git.object(name) : null);
}
