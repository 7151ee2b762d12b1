import type { GenericSchema } from 'valibot';
import { lookUp, type NameScopes } from './look-up.ts';
import { isBlock, isMustache, isPartial, isPath, isSubExpression } from './nodes.ts';
import { schemaEntries } from '../../config/schema/schema-shape.ts';
import { itemOf, type Scope } from './scope.ts';

/** A name in a template that the template cannot use, and where. */
export interface UnknownName {
  /** The name of the partial; null in the template itself. */
  partial: string | null;
  /** From 1. */
  line: number;
  message: string;
}

/** What the names of a template can refer to. */
export interface KnownNames {
  partials: ReadonlyMap<string, hbs.AST.Program>;
  helpers: readonly string[];
  /** The schema of the value that the template is given. */
  root: GenericSchema;
}

/**
 * Every name in a template that its context lacks, found without rendering: a misspelt name in a list
 * that happens to be empty this week would only come out next week.
 */
export function unknownNames(template: hbs.AST.Program, known: KnownNames): UnknownName[] {
  const found: UnknownName[] = [];
  const visited = new Set<string>();
  /** The partials around a node, the innermost last. */
  const open: string[] = [];

  visitProgram(template, { contexts: [known.root], locals: new Map() });
  return found;

  function report(node: hbs.AST.Node, message: string): void {
    found.push({ partial: open.at(-1) ?? null, line: node.loc.start.line, message });
  }

  function reportHelper(node: hbs.AST.Node, name: string): void {
    report(node, `unknown helper "${name}"; known helpers: ${known.helpers.join(', ')}`);
  }

  function visitProgram(program: hbs.AST.Program | undefined, scopes: NameScopes): void {
    for (const node of program?.body ?? []) {
      if (isMustache(node)) requireText(node, visitCall(node, scopes));
      else if (isBlock(node)) visitBlock(node, scopes);
      else if (isPartial(node)) visitPartial(node, scopes);
    }
  }

  function requireText(node: hbs.AST.MustacheStatement, scope: Scope): void {
    const name = isPath(node.path) ? node.path.original : '';
    const inside = Object.keys(schemaEntries(scope));
    if (itemOf(scope)) report(node, `"${name}" is a list; loop over it with {{#each ${name}}}`);
    else if (inside.length > 0) {
      report(node, `"${name}" is not a text; names inside it: ${inside.join(', ')}`);
    }
  }

  function visitBlock(block: hbs.AST.BlockStatement, scopes: NameScopes): void {
    const helper = block.path.original;
    const [subject = null] = block.params.map((param) => visitExpression(param, scopes));
    visitHash(block.hash, scopes);
    if (!known.helpers.includes(helper)) reportHelper(block, helper);
    const opened = { each: itemOf(subject), with: subject };
    const inner = helper === 'each' || helper === 'with' ? opened[helper] : undefined;
    const params = (block.program.blockParams as string[] | undefined) ?? [];
    visitProgram(block.program, {
      contexts: inner === undefined ? scopes.contexts : [...scopes.contexts, inner],
      locals: new Map([
        ...scopes.locals,
        ...params.map((name, i): [string, Scope] => [name, i === 0 ? (inner ?? null) : null]),
      ]),
    });
    visitProgram(block.inverse, scopes);
  }

  function visitPartial(node: hbs.AST.PartialStatement, scopes: NameScopes): void {
    const name = 'original' in node.name ? node.name.original : '';
    const program = known.partials.get(name);
    if (!program) {
      const names = [...known.partials.keys()].join(', ');
      report(node, `unknown partial "${name}"; known partials: ${names}`);
      return;
    }
    if (open.includes(name)) {
      // No value of the view nests as deep as it likes, so the recursion would never end.
      const cycle = [...open.slice(open.indexOf(name)), name].join(' → ');
      report(node, `the partial "${name}" includes itself: ${cycle}`);
      return;
    }
    const context = node.params[0]
      ? visitExpression(node.params[0], scopes)
      : (scopes.contexts.at(-1) ?? null);
    const passed = visitHash(node.hash, scopes);
    const key = `${name} ${Object.keys(schemaEntries(context)).join(' ')} ${[...passed.keys()].join(' ')}`;
    if (visited.has(key)) return;
    visited.add(key);
    open.push(name);
    visitProgram(program, {
      contexts: [...scopes.contexts, context],
      locals: new Map([...scopes.locals, ...passed]),
    });
    open.pop();
  }

  function visitCall(
    node: hbs.AST.MustacheStatement | hbs.AST.SubExpression,
    scopes: NameScopes,
  ): Scope {
    const hash = visitHash(node.hash, scopes);
    const params = node.params.map((param) => visitExpression(param, scopes));
    if (!isPath(node.path)) return null;
    const { original } = node.path;
    if (known.helpers.includes(original)) return null;
    if (params.length + hash.size === 0) return visitPath(node.path, scopes);
    reportHelper(node, original);
    return null;
  }

  function visitHash(hash: hbs.AST.Hash | undefined, scopes: NameScopes): Map<string, Scope> {
    return new Map(
      (hash?.pairs ?? []).map(({ key, value }) => [key, visitExpression(value, scopes)]),
    );
  }

  function visitExpression(node: hbs.AST.Expression, scopes: NameScopes): Scope {
    if (isPath(node)) return visitPath(node, scopes);
    return isSubExpression(node) ? visitCall(node, scopes) : null;
  }

  function visitPath(path: hbs.AST.PathExpression, scopes: NameScopes): Scope {
    const { scope, problem } = lookUp(path, scopes);
    if (problem !== null) report(path, problem);
    return scope;
  }
}
