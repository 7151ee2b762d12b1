import { schema as published } from '@octokit/graphql-schema';
import {
  buildASTSchema,
  getOperationAST,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

let built: GraphQLSchema | undefined;

/** GitHub's published schema, built once a process. */
export function schema(): GraphQLSchema {
  built ??= buildASTSchema(parse(published.idl, { noLocation: true }), {
    assumeValid: true,
    assumeValidSDL: true,
  });
  return built;
}

export type Prepared =
  | { errors: readonly GraphQLError[]; operation?: never }
  | { errors?: never; document: DocumentNode; operation: OperationDefinitionNode };

const prepared = new Map<string, Prepared>();

/** Parses and validates a query text; the second time costs nothing. */
export function prepare(query: string, operationName?: string): Prepared {
  const key = `${operationName ?? ''}\n${query}`;
  let result = prepared.get(key);
  if (result === undefined) {
    result = read(query, operationName);
    prepared.set(key, result);
  }
  return result;
}

function read(query: string, operationName?: string): Prepared {
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
  const errors = validate(schema(), document);
  if (errors.length > 0) return { errors };
  const operation = getOperationAST(document, operationName);
  return operation === null || operation === undefined
    ? { errors: [new GraphQLError('An operation name is required')] }
    : { document, operation };
}

/** The operation's name, or that of the first field it selects; empty for an invalid query. */
export function operationOf(query: string): string {
  const { operation } = prepare(query);
  const [field] = operation?.selectionSet.selections ?? [];
  return operation?.name?.value ?? (field?.kind === Kind.FIELD ? field.name.value : '');
}

/** The names of the mutations that a query asks for. */
export function mutationsOf(query: string): string[] {
  const { operation } = prepare(query);
  if (operation?.operation !== OperationTypeNode.MUTATION) return [];
  return operation.selectionSet.selections.flatMap((field) =>
    field.kind === Kind.FIELD ? field.name.value : [],
  );
}
