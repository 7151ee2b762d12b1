import type { GenericSchema } from 'valibot';
import { schemaEntries } from '../../config/schema/schema-shape.ts';
import { callProblem, isHelper } from './call-problem.ts';
import { lookUp, type NameScopes } from './look-up.ts';
import {
  isBlock,
  isDecorator,
  isMustache,
  isPartial,
  isPartialBlock,
  isPath,
  isSubExpression,
  nameOf,
  type ValueCall,
} from './nodes.ts';
import { callResult } from './call-result.ts';
import { itemOf, type Scope } from './scope.ts';

/** A mistake in a template, and where. */
export interface TemplateProblem {
  /** The name of the partial; null in the template itself. */
  partial: string | null;
  /** From 1. */
  line: number;
  message: string;
}

/** Helpers whose first value is a text. */
const ofText = ['code', 'comment', 'formatDate', 'plural', 'reference', 'sentence'];

/** What the names of a template can refer to. */
export interface TemplateNames {
  partials: ReadonlyMap<string, hbs.AST.Program>;
  /** The schema of the value that the template is given. */
  root: GenericSchema;
}

/**
 * Every name in a template that its context lacks, and every call that would fail, found without
 * rendering: a mistake in a list that happens to be empty this week would only come out next week.
 */
export function templateProblems(
  template: hbs.AST.Program,
  { partials, root }: TemplateNames,
): TemplateProblem[] {
  const found: TemplateProblem[] = [];
  const visited = new Set<string>();
  /** The partials around a node, the innermost last. */
  const open: string[] = [];

  visitProgram(template, { contexts: [root], locals: new Map() });
  return found;

  function report(node: hbs.AST.Node, message: string | null): void {
    if (message === null) return;
    found.push({ partial: open.at(-1) ?? null, line: node.loc.start.line, message });
  }

  function visitProgram(program: hbs.AST.Program | undefined, scopes: NameScopes): void {
    for (const node of program?.body ?? []) {
      if (isMustache(node)) requireText(node, nameOf(node.path), visitMustache(node, scopes));
      else if (isBlock(node)) visitBlock(node, scopes);
      else if (isPartial(node)) visitPartial(node, scopes);
      else if (isPartialBlock(node)) report(node, 'a partial takes no block; write {{> name}}');
      else if (isDecorator(node)) report(node, 'decorators and inline partials are not supported');
    }
  }

  function requireText(node: hbs.AST.Node, name: string, scope: Scope): void {
    const inside = Object.keys(schemaEntries(scope));
    if (itemOf(scope)) report(node, `"${name}" is a list; loop over it with {{#each ${name}}}`);
    else if (inside.length > 0) {
      report(node, `"${name}" is not a text; names inside it: ${inside.join(', ')}`);
    }
  }

  function visitBlock(block: hbs.AST.BlockStatement, scopes: NameScopes): void {
    const helper = nameOf(block.path);
    const [subject = null] = block.params.map((param) => visitExpression(param, scopes));
    visitHash(block.hash, scopes);
    report(block, callProblem(block, true));
    const opened = { each: itemOf(subject), with: subject };
    const inner = helper === 'each' || helper === 'with' ? opened[helper] : undefined;
    visitProgram(block.program, {
      contexts: inner === undefined ? scopes.contexts : [...scopes.contexts, inner],
      locals: new Map([...scopes.locals, ...blockParams(block, inner ?? null)]),
    });
    visitProgram(block.inverse, scopes);
  }

  /** The names after `as`: the first is the value, the second its index. */
  function blockParams(block: hbs.AST.BlockStatement, inner: Scope): [string, Scope][] {
    // `{{^if}}` has no program.
    const program = block.program as hbs.AST.Program | undefined;
    const names = program?.blockParams ?? [];
    for (const name of names) {
      if (isHelper(name) || !/^[\w-]+$/.test(name))
        report(block, `a block parameter can't have the name "${name}"`);
    }
    return names.map((name, index) => [name, index === 0 ? inner : null]);
  }

  function visitPartial(node: hbs.AST.PartialStatement, scopes: NameScopes): void {
    if (isSubExpression(node.name)) {
      report(node, 'the name of a partial cannot be computed');
      return;
    }
    const name = nameOf(node.name);
    const program = partials.get(name);
    if (!program) {
      const names = [...partials.keys()].join(', ');
      report(node, `unknown partial "${name}"; known partials: ${names}`);
      return;
    }
    if (open.includes(name)) {
      // No value of the view nests as deep as it likes, so the recursion would never end.
      const cycle = [...open.slice(open.indexOf(name)), name].join(' → ');
      report(node, `the partial "${name}" includes itself: ${cycle}`);
      return;
    }
    if (node.params.length > 1) report(node, `the partial "${name}" takes one value`);
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

  function visitMustache(node: hbs.AST.MustacheStatement, scopes: NameScopes): Scope {
    const isCall = node.params.length > 0 || hasPairs(node.hash);
    if (isCall || isHelper(nameOf(node.path))) return visitCall(node, scopes);
    if (isPath(node.path)) return visitPath(node.path, scopes);
    report(node, `${nameOf(node.path)} is a value; write it without braces`);
    return null;
  }

  function visitCall(node: ValueCall, scopes: NameScopes): Scope {
    visitHash(node.hash, scopes);
    const params = node.params.map((param) => visitExpression(param, scopes));
    report(node, callProblem(node, false));
    const helper = nameOf(node.path);
    const texts = node.params.slice(
      0,
      helper === 'reference' ? 2 : ofText.includes(helper) ? 1 : 0,
    );
    for (const [at, value] of texts.entries()) requireText(node, nameOf(value), params[at] ?? null);
    const { scope, problem } = callResult(node, params[0] ?? null);
    report(node, problem);
    return scope;
  }

  /** Handlebars leaves the hash out where there is none. */
  function hasPairs(hash: hbs.AST.Hash | undefined): boolean {
    return hash !== undefined && hash.pairs.length > 0;
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
    report(path, problem);
    return scope;
  }
}
