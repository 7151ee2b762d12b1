import { tipOf } from './history.ts';
import type { Repository } from './repository.ts';

/** A branch, as GitHub shows it. Its `target` is known where the data say what it has. */
export interface Branch {
  __typename: 'Ref';
  id: string;
  name: string;
  prefix: 'refs/heads/';
  repository: Repository;
  target?: object;
}

/** Null: there is no such branch today. */
export function branchOf(repository: Repository, name: string): Branch | null {
  const { git, defaultBranch } = repository;
  const head = git.head(name);
  if (git.hasContent ? head === null : !repository.branchNames.includes(name)) return null;
  const target = head ?? (name === defaultBranch ? tipOf(repository) : undefined);
  return {
    __typename: 'Ref',
    id: refId(repository, `refs/heads/${name}`),
    name,
    prefix: 'refs/heads/',
    repository,
    ...(target && { target }),
  };
}

export function refId(repository: Repository, fullName: string): string {
  return `REF_kwDO${repository.key}_${Buffer.from(fullName).toString('base64url')}`;
}
