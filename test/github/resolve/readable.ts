import type { Repository } from '../data/repository.ts';
import type { Permission, Token } from '../tokens.ts';

/** What a token needs to read a field of a private repository. Everybody may read public ones. */
const needed: Partial<Record<string, Permission>> = {
  defaultBranchRef: 'contents',
  object: 'contents',
  ref: 'contents',
  refs: 'contents',
  releases: 'contents',
  issue: 'issues',
  issues: 'issues',
  pullRequest: 'pull-requests',
  pullRequests: 'pull-requests',
};

/** @throws {ApiError} when the token may not read the field */
export function checkReadable(source: object | undefined, field: string, token: Token): void {
  const { __typename, isPrivate } = (source ?? {}) as Partial<Repository>;
  const permission = __typename === 'Repository' && isPrivate ? needed[field] : undefined;
  if (permission !== undefined && !token.may(permission, 'read')) throw token.denial;
}
