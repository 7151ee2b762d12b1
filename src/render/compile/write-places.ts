import { isBlock, isMustache } from './nodes.ts';

/** The helper that writes values. No name in a template begins with a space. */
export const WRITE = ' write';

/** Lets the helper write each value of a template, with the place that `placeAt` gives for its line. */
export function writeWithPlaces(
  program: hbs.AST.Program | undefined,
  placeAt: (line: number) => number,
): void {
  for (const node of program?.body ?? []) {
    if (isMustache(node)) writeWithPlace(node, placeAt(node.loc.start.line));
    else if (isBlock(node)) {
      writeWithPlaces(node.program, placeAt);
      writeWithPlaces(node.inverse, placeAt);
    }
  }
}

/** `{{title}}` → `{{write title 3}}`, `{{code title}}` → `{{write (code title) 3}}` */
function writeWithPlace(node: hbs.AST.MustacheStatement, place: number): void {
  const { loc, path, params, hash } = node;
  const isCall = params.length > 0;
  const value = isCall ? { type: 'SubExpression', path, params, hash, loc } : path;
  const index: hbs.AST.NumberLiteral = {
    type: 'NumberLiteral',
    value: place,
    original: place,
    loc,
  };
  node.path = {
    type: 'PathExpression',
    data: false,
    depth: 0,
    parts: [WRITE],
    original: WRITE,
    loc,
  };
  node.params = [value, index];
}
