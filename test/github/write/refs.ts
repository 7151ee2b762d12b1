import type { Branch } from '../data/branch.ts';
import { deleteBranch } from '../data/git/push.ts';
import { branchName, isRefName } from '../data/git/ref-name.ts';
import type { Repository } from '../data/repository.ts';
import { ApiError, FixtureError } from '../errors.ts';
import type { Context } from '../resolve/context.ts';
import { nodeOfType, requireWrite, unprocessable } from './handler.ts';
import { checkRules } from './rules.ts';

interface CreateRef {
  repositoryId: string;
  name: string;
  oid: string;
}

export function createRef({ repositoryId, name, oid }: CreateRef, context: Context) {
  const repository = nodeOfType<Repository>(context, 'Repository', repositoryId);
  requireWrite(context, repository, 'CreateRef', 'contents');
  const branch = branchName(name);
  if (!isRefName(name)) unprocessable('Ref cannot be created.');
  if (branch === null)
    throw new FixtureError(`The fixture GitHub makes branches alone, not ${name}`);
  const { git } = repository;
  if (git.head(branch) !== null)
    unprocessable(`A ref named "${name}" already exists in the repository.`);
  const parts = (one: string) => `${one}/`;
  // As on disk: a branch cannot be the folder of another one.
  const isBelow = (other: string) =>
    parts(branch).startsWith(parts(other)) || parts(other).startsWith(parts(branch));
  if (git.branches.some(isBelow)) unprocessable('Ref cannot be created.');
  if (git.commit(oid) === null) unprocessable('Object does not exist');
  checkRules(repository, branch, 'creation', context.token.login);
  git.point(branch, oid);
  git.pushedAt = context.at;
  return { ref: repository.branch(branch) };
}

export function deleteRef({ refId }: { refId: string }, context: Context) {
  const { repository, name } = nodeOfType<Branch>(context, 'Ref', refId);
  requireWrite(context, repository, 'DeleteRef', 'contents');
  if (name === repository.defaultBranch)
    throw new ApiError('UNPROCESSABLE', 'Cannot delete the default branch');
  checkRules(repository, name, 'deletion', context.token.login);
  deleteBranch(repository, name, context.at);
  return {};
}
