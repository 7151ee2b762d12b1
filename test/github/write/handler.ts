import type { Repository } from '../data/repository.ts';
import { nodeOf } from '../data/node.ts';
import { ApiError } from '../errors.ts';
import type { Context } from '../resolve/context.ts';
import type { Permission } from '../tokens.ts';

/** Does what a mutation asks for, and gives what it answers with. */
export type Handler = (input: never, context: Context) => object;

/** @throws {ApiError} when no such thing has the id */
export function nodeOfType<Node extends { __typename: string }>(
  { data }: Context,
  type: Node['__typename'],
  id: string,
): Node {
  const node = nodeOf(data, id) as Node | null;
  if (node?.__typename === type) return node;
  throw new ApiError(
    'NOT_FOUND',
    `Could not resolve to ${type} node with the global id of '${id}'.`,
  );
}

/**
 * @param permissions what the token needs, each; or one of a list
 * @throws {ApiError} when the token may not do it in the repository
 */
export function requireWrite(
  { token }: Context,
  repository: Repository,
  mutation: string,
  ...permissions: (Permission | readonly Permission[])[]
): void {
  const has = (permission: Permission) => token.may(permission, 'write');
  const may = permissions.every((needed) => [needed].flat().some(has));
  if (!may || !token.reaches(repository)) throw token.denial;
  const role = repository.collaborators?.[token.login];
  const writes = ['ADMIN', 'MAINTAIN', 'WRITE'].includes(role ?? 'READ');
  if (!token.isIntegration && repository.collaborators !== undefined && !writes) {
    throw new ApiError(
      'FORBIDDEN',
      `${token.login} does not have the correct permissions to execute \`${mutation}\``,
    );
  }
  if (repository.isArchived) {
    throw new ApiError('FORBIDDEN', 'Repository was archived so is read-only.');
  }
}

/** @throws {ApiError} */
export function unprocessable(message: string): never {
  throw new ApiError('UNPROCESSABLE', message);
}
