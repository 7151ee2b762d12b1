import type { GenericSchema } from 'valibot';
import { entriesOf, itemOf, type Scope } from './scope.ts';

/** Where names are looked up: the values around a place, innermost last, and the block parameters. */
interface Place {
  scopes: readonly Scope[];
  locals: ReadonlyMap<string, Scope>;
}

/** A name that nothing has, and where it stands. */
export interface UnknownName {
  /** The name of the partial; null in the template itself. */
  partial: string | null;
  /** From 1. */
  line: number;
  message: string;
}

/** The parsed parts of a template and what they may use. */
export interface Names {
  partials: ReadonlyMap<string, hbs.AST.Program>;
  helpers: readonly string[];
  /** The schema of the value that the template is given. */
  root: GenericSchema;
}

/**
 * Every name in a template that its context does not have, found without rendering: a misspelt name
 * in a list that happens to be empty this week would only come out next week.
 */
export function unknownNames(template: hbs.AST.Program, names: Names): UnknownName[] {
  const found: UnknownName[] = [];
  const visited = new Set<string>();
  /** The partials around a place, the innermost last. */
  const around: string[] = [];

  visitProgram(template, { scopes: [names.root], locals: new Map() });
  return found;

  function report(node: hbs.AST.Node, message: string): void {
    found.push({ partial: around.at(-1) ?? null, line: node.loc.start.line, message });
  }

  function visitProgram(program: hbs.AST.Program | undefined, place: Place): void {
    for (const statement of program?.body ?? []) visitStatement(statement, place);
  }

  function visitStatement(node: hbs.AST.Statement, place: Place): void {
    if (isMustache(node)) requireText(node, visitCall(node, place));
    else if (isBlock(node)) visitBlock(node, place);
    else if (isPartial(node)) visitPartial(node, place);
  }

  function requireText(node: hbs.AST.MustacheStatement, scope: Scope): void {
    const name = isPath(node.path) ? node.path.original : '';
    const inside = Object.keys(entriesOf(scope));
    if (itemOf(scope)) report(node, `"${name}" is a list; go through it with {{#each ${name}}}`);
    else if (inside.length > 0) {
      report(node, `"${name}" is no text; inside it are ${inside.join(', ')}`);
    }
  }

  function visitBlock(block: hbs.AST.BlockStatement, place: Place): void {
    const helper = block.path.original;
    const [subject] = block.params.map((param) => visitExpression(param, place));
    visitHash(block.hash, place);
    if (!names.helpers.includes(helper)) {
      report(block, `there is no helper "${helper}"; known are ${names.helpers.join(', ')}`);
    }
    const inner =
      helper === 'each'
        ? itemOf(subject ?? null)
        : helper === 'with'
          ? (subject ?? null)
          : undefined;
    const params = (block.program.blockParams as string[] | undefined) ?? [];
    visitProgram(block.program, {
      scopes: inner === undefined ? place.scopes : [...place.scopes, inner],
      locals: new Map([
        ...place.locals,
        ...params.map((name, i): [string, Scope] => [name, i === 0 ? (inner ?? null) : null]),
      ]),
    });
    visitProgram(block.inverse, place);
  }

  function visitPartial(node: hbs.AST.PartialStatement, place: Place): void {
    const name = 'original' in node.name ? node.name.original : '';
    const program = names.partials.get(name);
    if (!program) {
      report(
        node,
        `there is no partial "${name}"; known are ${[...names.partials.keys()].join(', ')}`,
      );
      return;
    }
    if (around.includes(name)) {
      // Nothing that a template can name is as deep as it likes, so there would be no end to it.
      const way = [...around.slice(around.indexOf(name)), name].join(' → ');
      report(node, `the partial "${name}" includes itself: ${way}`);
      return;
    }
    const context = node.params[0]
      ? visitExpression(node.params[0], place)
      : (place.scopes.at(-1) ?? null);
    const passed = visitHash(node.hash, place);
    const key = `${name} ${Object.keys(entriesOf(context)).join(' ')} ${[...passed.keys()].join(' ')}`;
    if (visited.has(key)) return;
    visited.add(key);
    around.push(name);
    visitProgram(program, {
      scopes: [...place.scopes, context],
      locals: new Map([...place.locals, ...passed]),
    });
    around.pop();
  }

  function visitCall(node: hbs.AST.MustacheStatement | hbs.AST.SubExpression, place: Place): Scope {
    const hash = visitHash(node.hash, place);
    const params = node.params.map((param) => visitExpression(param, place));
    if (!isPath(node.path)) return null;
    const { original } = node.path;
    if (names.helpers.includes(original)) return null;
    if (params.length + hash.size === 0) return visitPath(node.path, place);
    report(node, `there is no helper "${original}"; known are ${names.helpers.join(', ')}`);
    return null;
  }

  function visitHash(hash: hbs.AST.Hash | undefined, place: Place): Map<string, Scope> {
    return new Map(
      (hash?.pairs ?? []).map(({ key, value }) => [key, visitExpression(value, place)]),
    );
  }

  function visitExpression(node: hbs.AST.Expression, place: Place): Scope {
    if (isPath(node)) return visitPath(node, place);
    return isSubExpression(node) ? visitCall(node, place) : null;
  }

  function visitPath(path: hbs.AST.PathExpression, { scopes, locals }: Place): Scope {
    if (path.data)
      return path.parts[0] === 'root' ? follow(path, names.root, path.parts.slice(1)) : null;
    const [head, ...rest] = path.parts;
    const local = path.depth === 0 && head !== undefined ? locals.get(head) : undefined;
    if (local !== undefined) return follow(path, local, rest);
    return follow(path, scopes.at(-1 - path.depth) ?? null, path.parts);
  }

  function follow(path: hbs.AST.PathExpression, from: Scope, parts: readonly string[]): Scope {
    let scope = from;
    for (const part of parts) {
      const entries = entriesOf(scope);
      if (
        scope !== null &&
        !Object.hasOwn(entries, part) &&
        !(part === 'length' && itemOf(scope))
      ) {
        const known = Object.keys(entries);
        const hint =
          known.length > 0 ? `known here are ${known.join(', ')}` : 'the value has no names inside';
        report(path, `there is no "${path.original}"; ${hint}`);
        return null;
      }
      scope = entries[part] ?? null;
    }
    return scope;
  }
}

const isMustache = (node: hbs.AST.Node): node is hbs.AST.MustacheStatement =>
  node.type === 'MustacheStatement';
const isBlock = (node: hbs.AST.Node): node is hbs.AST.BlockStatement =>
  node.type === 'BlockStatement';
const isPartial = (node: hbs.AST.Node): node is hbs.AST.PartialStatement =>
  node.type === 'PartialStatement' || node.type === 'PartialBlockStatement';
const isPath = (node: hbs.AST.Node): node is hbs.AST.PathExpression =>
  node.type === 'PathExpression';
const isSubExpression = (node: hbs.AST.Node): node is hbs.AST.SubExpression =>
  node.type === 'SubExpression';
