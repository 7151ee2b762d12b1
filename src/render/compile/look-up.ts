import { schemaEntries } from '../../config/schema/schema-shape.ts';
import { itemOf, type Scope } from './scope.ts';

/** Where a template looks names up. */
export interface NameScopes {
  /** The root value, then those of the blocks and partials around a node, innermost last. */
  contexts: readonly Scope[];
  /** Block parameters, and arguments of partials. */
  locals: ReadonlyMap<string, Scope>;
}

/** A scope, and the mistake in what should lead to it. */
export interface FoundScope {
  scope: Scope;
  problem: string | null;
}

/** What Handlebars itself knows in a template: `@root`, and `@index` and the like in a loop. */
const dataNames = ['root', 'index', 'key', 'first', 'last'];

/** The scope that a path leads to, or the mistake in the path. */
export function lookUp(path: hbs.AST.PathExpression, { contexts, locals }: NameScopes): FoundScope {
  const [head = '', ...rest] = path.parts;
  if (path.data) {
    if (!dataNames.includes(head))
      return unknown(
        path,
        dataNames.map((name) => `@${name}`),
      );
    // `@root` alone leads to names; the others are values.
    return head === 'root'
      ? follow(path, contexts[0] ?? null, rest)
      : { scope: null, problem: null };
  }
  if (path.depth >= contexts.length) {
    return { scope: null, problem: `"${path.original}" leads out of the template` };
  }
  const local = path.depth === 0 ? locals.get(head) : undefined;
  return local === undefined
    ? follow(path, contexts.at(-1 - path.depth) ?? null, path.parts)
    : follow(path, local, rest);
}

function follow(path: hbs.AST.PathExpression, from: Scope, parts: readonly string[]): FoundScope {
  let scope = from;
  for (const part of parts) {
    const step = stepInto(scope, part);
    if (!step.isKnown) return unknown(path, Object.keys(schemaEntries(scope)));
    scope = step.scope;
  }
  return { scope, problem: null };
}

/** What a name in a value leads to. */
export function stepInto(from: Scope, name: string): { scope: Scope; isKnown: boolean } {
  const entries = schemaEntries(from);
  const isLength = name === 'length' && itemOf(from) !== null;
  const isKnown = from === null || isLength || Object.hasOwn(entries, name);
  return { scope: Object.hasOwn(entries, name) ? (entries[name] ?? null) : null, isKnown };
}

function unknown({ original }: hbs.AST.PathExpression, known: readonly string[]): FoundScope {
  const hint =
    known.length > 0 ? `known names here: ${known.join(', ')}` : 'the value has no names inside';
  return { scope: null, problem: `unknown name "${original}"; ${hint}` };
}
