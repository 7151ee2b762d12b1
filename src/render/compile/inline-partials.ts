import { inlineName } from '../inline-partial.ts';
import { isBlock, isContent, isPartial, isPath } from './nodes.ts';

/** Renames the partials that are called inside a line. */
export function nameInlinePartials(program: hbs.AST.Program | undefined, isRoot = true): void {
  const body = program?.body ?? [];
  for (const [index, node] of body.entries()) {
    if (isBlock(node)) {
      nameInlinePartials(node.program, false);
      nameInlinePartials(node.inverse, false);
    } else if (isPartial(node) && isPath(node.name)) {
      const [before, behind] = [body[index - 1], body[index + 1]];
      const isAlone =
        textOf(before, isRoot, /(?:^|\n)[ \t]*$/) && textOf(behind, isRoot, /^[ \t]*(?:\r?\n|$)/);
      if (!isAlone) node.name.original = inlineName(node.name.original);
    }
  }
}

/** Whether a node is text of a kind; at the start or the end of a file nothing is needed. */
function textOf(node: hbs.AST.Statement | undefined, isRoot: boolean, kind: RegExp): boolean {
  if (!node) return isRoot;
  return isContent(node) && kind.test(node.original);
}
