import { actor } from '../data/actor.ts';
import { nodeOf } from '../data/node.ts';
import { personNamed } from '../data/people.ts';
import type { Repository } from '../data/repository.ts';
import { ApiError, FixtureError } from '../errors.ts';
import type { PageArguments } from '../connection.ts';
import type { Context, Resolvers } from './context.ts';

export const query: Resolvers = {
  Query: {
    // Also for an Action and for Apps a `User`, as the schema wants it, with the login of a bot.
    viewer: (_: unknown, _args: unknown, { data, token }) => {
      const account = actor(token.account, data.server);
      return account && { ...account, __typename: 'User', login: token.login };
    },
    rateLimit: (_: unknown, _args: unknown, { rateLimit }) => rateLimit,
    repository: (_: unknown, args: RepositoryArguments, { data }) => {
      const name = `${args.owner}/${args.name}`;
      return accessible(data.repository(name, args.followRenames ?? true), name);
    },
    repositoryOwner: (_: unknown, { login }: LoginArguments, context) => ownerOf(login, context),
    organization: (_: unknown, { login }: LoginArguments, context) =>
      ownerOf(login, context, 'Organization'),
    user: (_: unknown, { login }: LoginArguments, context) => ownerOf(login, context, 'User'),
    node: (_: unknown, { id }: { id: string }, { data }) => nodeOf(data, id) ?? noNode(id),
    // An error in a list is GitHub's way too: null in its place, and an error with its path.
    nodes: (_: unknown, { ids }: { ids: readonly string[] }, context) => {
      context.nodes += ids.length;
      return ids.map((id) => nodeOf(context.data, id) ?? noNode(id));
    },
    search: (_: unknown, args: SearchArguments, { search, searchOptions }) => {
      if (args.type !== 'ISSUE') {
        throw new FixtureError(`The fixture GitHub does not search for ${args.type}`);
      }
      return search.page(args.query, args, searchOptions);
    },
  },
};

interface RepositoryArguments {
  owner: string;
  name: string;
  followRenames?: boolean;
}

interface LoginArguments {
  login: string;
}

interface SearchArguments extends PageArguments {
  query: string;
  type: string;
}

/** @throws {ApiError} when the repository is missing, or hidden from the token */
export function accessible(repository: Repository | null, name: string): Repository {
  if (repository === null || repository.access === 'missing') {
    throw new ApiError('NOT_FOUND', `Could not resolve to a Repository with the name '${name}'.`);
  }
  if (repository.access === 'saml') {
    throw new ApiError(
      'FORBIDDEN',
      'Resource protected by organization SAML enforcement. You must grant your OAuth token ' +
        'access to this organization.',
      { saml_failure: true },
    );
  }
  return repository;
}

function ownerOf(login: string, { data }: Context, type?: 'Organization' | 'User') {
  const known = data.repositories.find(
    ({ ownerLogin, ownerType }) =>
      ownerLogin.toLowerCase() === login.toLowerCase() && (type ?? ownerType) === ownerType,
  );
  if (known !== undefined) {
    return actor({ login: known.ownerLogin, type: known.ownerType }, data.server);
  }
  const person = type === 'Organization' ? null : personNamed(data, login);
  if (person !== null) return person;
  if (type === undefined) return null;
  const article = type === 'Organization' ? 'an' : 'a';
  throw new ApiError(
    'NOT_FOUND',
    `Could not resolve to ${article} ${type} with the login of '${login}'.`,
  );
}

function noNode(id: string): ApiError {
  return new ApiError('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
}
