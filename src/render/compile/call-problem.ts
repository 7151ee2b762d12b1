import { helperCalls } from '../helpers.ts';
import { nameOf, type ValueCall } from './nodes.ts';

export function isHelper(name: string): boolean {
  return Object.hasOwn(helperCalls, name);
}

/** Why a helper can't be called as it is; null when it can. */
export function callProblem(
  { path, params }: ValueCall | hbs.AST.BlockStatement,
  isBlock: boolean,
): string | null {
  const name = nameOf(path);
  const call = isHelper(name) ? helperCalls[name] : undefined;
  if (!call) {
    return `unknown helper "${name}"; known helpers: ${Object.keys(helperCalls).join(', ')}`;
  }
  if (isBlock !== call.isBlock) {
    return call.isBlock
      ? `"${name}" is a block: {{#${name} …}}…{{/${name}}}`
      : `"${name}" is no block: {{#if (${name} …)}}…{{/if}}`;
  }
  if (params.length >= call.least && params.length <= call.most) return null;
  const least = call.most > call.least ? `${String(call.least)} or more` : String(call.least);
  return `"${name}" takes ${least} value(s), found ${String(params.length)}`;
}
