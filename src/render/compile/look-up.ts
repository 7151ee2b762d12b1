import { schemaEntries } from '../../config/schema/schema-shape.ts';
import { itemOf, type Scope } from './scope.ts';

/** Where a template looks names up. */
export interface NameScopes {
  /** The root value, then those of the blocks and partials around a node, innermost last. */
  contexts: readonly Scope[];
  /** Block parameters, and arguments of partials. */
  locals: ReadonlyMap<string, Scope>;
}

/** The scope that a path leads to, or the mistake in the path. */
export function lookUp(
  path: hbs.AST.PathExpression,
  { contexts, locals }: NameScopes,
): { scope: Scope; problem: string | null } {
  if (path.data) {
    // `@root` alone leads to names; `@index` and the others are values.
    return path.parts[0] === 'root'
      ? follow(path, contexts[0] ?? null, path.parts.slice(1))
      : { scope: null, problem: null };
  }
  const [head, ...rest] = path.parts;
  const local = path.depth === 0 && head !== undefined ? locals.get(head) : undefined;
  return local === undefined
    ? follow(path, contexts.at(-1 - path.depth) ?? null, path.parts)
    : follow(path, local, rest);
}

function follow(
  path: hbs.AST.PathExpression,
  from: Scope,
  parts: readonly string[],
): { scope: Scope; problem: string | null } {
  let scope = from;
  for (const part of parts) {
    const entries = schemaEntries(scope);
    const isLength = part === 'length' && itemOf(scope) !== null;
    if (scope !== null && !Object.hasOwn(entries, part) && !isLength) {
      const known = Object.keys(entries);
      const hint =
        known.length > 0
          ? `known names here: ${known.join(', ')}`
          : 'the value has no names inside';
      return { scope: null, problem: `unknown name "${path.original}"; ${hint}` };
    }
    scope = entries[part] ?? null;
  }
  return { scope, problem: null };
}
