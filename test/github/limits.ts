import {
  getDirectiveValues,
  getNamedType,
  getArgumentValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isInterfaceType,
  isObjectType,
  Kind,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { ApiError } from './errors.ts';
import { schema, type Prepared } from './schema.ts';

/** The most nodes one call may ask for, and the longest page and list of ids. */
export const maxNodes = 500_000;
export const maxPage = 100;

export interface Estimate {
  /** The product of the page sizes along each path, summed. */
  nodeCount: number;
  /** Points: the requests needed to fill every connection, summed, / 100, rounded, at least 1. */
  cost: number;
}

/**
 * What a query asks for at most, before it runs, as GitHub documents it. Fragments on different
 * types are summed; `nodes(ids)` multiplies what is below it. (GitHub documents neither.)
 *
 * @throws {ApiError} when it asks for too much, or leaves a page size out
 */
export function estimate(
  { document, operation }: Extract<Prepared, { errors?: never }>,
  variables: Record<string, unknown>,
): Estimate {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  let nodeCount = 0;
  let requests = 0;

  function walk(set: SelectionSetNode, type: GraphQLNamedType, times: number): void {
    for (const selection of set.selections) {
      if (!included(selection, variables)) continue;
      if (selection.kind === Kind.FIELD) {
        if (selection.selectionSet === undefined || !hasFields(type)) continue;
        const field = type.getFields()[selection.name.value];
        if (field === undefined) continue;
        const result = getNamedType(field.type);
        const values = getArgumentValues(field, selection, variables);
        let size = 1;
        if (result.name.endsWith('Connection')) {
          size = pageSize(selection.name.value, values);
          requests += times;
          nodeCount += times * size;
        } else if (Array.isArray(values['ids'])) {
          size = idCount(values['ids']);
          nodeCount += times * size;
        }
        walk(selection.selectionSet, result, times * size);
      } else {
        const part =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        const condition = part?.typeCondition?.name.value;
        const inner = condition === undefined ? type : schema().getType(condition);
        if (part && inner) walk(part.selectionSet, inner, times);
      }
    }
  }

  const root = schema().getRootType(operation.operation);
  if (root) walk(operation.selectionSet, root, 1);
  if (nodeCount > maxNodes) {
    throw new ApiError(
      'MAX_NODE_LIMIT_EXCEEDED',
      `This query requests up to ${nodeCount.toLocaleString('en')} possible nodes which exceeds ` +
        'the maximum limit of 500,000.',
    );
  }
  return { nodeCount, cost: Math.max(1, Math.round(requests / 100)) };
}

function hasFields(type: GraphQLNamedType): type is GraphQLObjectType | GraphQLInterfaceType {
  return isObjectType(type) || isInterfaceType(type);
}

function included(selection: SelectionNode, variables: Record<string, unknown>): boolean {
  if (!selection.directives?.length) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, variables);
  return skip?.['if'] !== true && include?.['if'] !== false;
}

function pageSize(name: string, { first, last }: Record<string, unknown>): number {
  if (typeof first === 'number' && typeof last === 'number') {
    throw new ApiError(
      'INVALID_PAGINATION_BOUNDARIES',
      `Passing both \`first\` and \`last\` values to paginate the \`${name}\` connection is not supported.`,
    );
  }
  const size = first ?? last;
  const argument = typeof first === 'number' ? 'first' : 'last';
  if (typeof size !== 'number') {
    throw new ApiError(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    );
  }
  if (size < 1) {
    throw new ApiError(
      'INVALID_PAGINATION_BOUNDARIES',
      `\`${argument}\` on the \`${name}\` connection cannot be less than 1.`,
    );
  }
  if (size > maxPage) {
    throw new ApiError(
      'EXCESSIVE_PAGINATION',
      `Requesting ${size} records on the \`${name}\` connection exceeds the \`${argument}\` limit of 100 records.`,
    );
  }
  return size;
}

function idCount(ids: readonly unknown[]): number {
  if (ids.length > maxPage) {
    throw new ApiError(
      'ARGUMENT_LIMIT',
      `You may not provide more than 100 node ids; you provided ${ids.length}.`,
    );
  }
  return ids.length;
}
