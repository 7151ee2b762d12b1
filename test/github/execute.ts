import {
  execute,
  getNamedType,
  getVariableValues,
  isNonNullType,
  type GraphQLError,
  type GraphQLFieldResolver,
} from 'graphql';
import { Page } from './connection.ts';
import { ApiError, FixtureError } from './errors.ts';
import type { Context } from './resolve/context.ts';
import { comparison } from './resolve/comparison.ts';
import { commit } from './resolve/commit.ts';
import { git } from './resolve/git.ts';
import { item } from './resolve/item.ts';
import { merged } from './resolve/merged.ts';
import { named } from './resolve/named.ts';
import { pullRequest } from './resolve/pull-request.ts';
import { query } from './resolve/query.ts';
import { protection } from './resolve/protection.ts';
import { checkReadable } from './resolve/readable.ts';
import { repository } from './resolve/repository.ts';
import { mutation } from './write/mutation.ts';
import { schema, type Prepared } from './schema.ts';

export type Runnable = Extract<Prepared, { errors?: never }>;

/** A body as GitHub sends it: `data` is left out when nothing was executed. */
export interface Reply {
  data?: unknown;
  errors?: object[];
}

const resolvers = merged(
  query,
  repository,
  item,
  commit,
  git,
  comparison,
  pullRequest,
  named,
  mutation,
  protection,
);

/** Own resolvers first, then what the data carry under that name; what neither has is never made up. */
const resolve: GraphQLFieldResolver<object | undefined, Context, object> = (
  source,
  args,
  context,
  info,
) => {
  const { fieldName, parentType, returnType } = info;
  checkReadable(source, fieldName, context.token);
  const resolver = resolvers[parentType.name]?.[fieldName] as
    ((source: object | undefined, args: object, context: Context) => unknown) | undefined;
  if (resolver !== undefined) {
    const value = resolver(source, args, context);
    if (!(value instanceof Page)) return value;
    return context.bend(value, { connection: `${parentType.name}.${fieldName}`, args });
  }
  if (source instanceof Page) {
    if (fieldName === 'nodes' || fieldName === 'edges') context.nodes += source.nodes.length;
    if (fieldName in source.counts) return source.counts[fieldName];
  }
  if (source !== undefined && fieldName in source) {
    return (source as Record<string, unknown>)[fieldName];
  }
  const isList = getNamedType(returnType).name.endsWith('Connection');
  const isRoot = ['Query', 'Mutation'].includes(parentType.name);
  if (isNonNullType(returnType) || isList || isRoot) {
    throw new FixtureError(`The fixture GitHub does not know ${parentType.name}.${fieldName}`);
  }
  return null;
};

/** The variables with their defaults, or the errors GitHub answers instead. */
export function coerce(
  { operation }: Runnable,
  variables: Record<string, unknown>,
): { coerced: Record<string, unknown> } | { errors: object[] } {
  const { coerced, errors } = getVariableValues(
    schema(),
    operation.variableDefinitions ?? [],
    variables,
  );
  return errors ? { errors: errors.map(asJson) } : { coerced };
}

/** @throws {FixtureError} when the query asks for what the fixture or its data cannot answer */
export function run(
  { document, operation }: Runnable,
  variables: Record<string, unknown>,
  context: Context,
): Reply {
  const result = execute({
    schema: schema(),
    document,
    operationName: operation.name?.value,
    variableValues: variables,
    contextValue: context,
    fieldResolver: resolve,
    typeResolver: (value: { __typename?: string }) => value.__typename,
  });
  if (result instanceof Promise)
    throw new FixtureError('A resolver of the fixture is not synchronous');
  for (const error of result.errors ?? []) {
    if (!(error.originalError instanceof ApiError)) {
      const at = error.path?.join('.') ?? 'the query';
      throw new FixtureError(`At ${at}: ${error.message}`, { cause: error.originalError });
    }
  }
  return {
    data: result.data,
    ...(result.errors && { errors: result.errors.map(asJson) }),
  };
}

/** An error as GitHub writes it. */
export function asJson(error: GraphQLError | ApiError): object {
  const original = error instanceof ApiError ? error : error.originalError;
  const { path, locations } = error instanceof ApiError ? {} : error.toJSON();
  return {
    ...(original instanceof ApiError && { type: original.type }),
    ...(path && { path }),
    ...(original instanceof ApiError && original.extensions && { extensions: original.extensions }),
    ...(locations && { locations }),
    message: error.message,
  };
}
