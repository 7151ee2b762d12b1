/* Type guards for the nodes of a parsed template. */

/** What calls a helper where a value is. */
export type ValueCall = hbs.AST.MustacheStatement | hbs.AST.SubExpression;

export const isMustache = (node: hbs.AST.Node): node is hbs.AST.MustacheStatement =>
  node.type === 'MustacheStatement';

export const isBlock = (node: hbs.AST.Node): node is hbs.AST.BlockStatement =>
  node.type === 'BlockStatement';

export const isPartial = (node: hbs.AST.Node): node is hbs.AST.PartialStatement =>
  node.type === 'PartialStatement';

/** Text between `}}` and `{{`; `original` has the line endings that Handlebars removes around blocks. */
export const isContent = (
  node: hbs.AST.Node,
): node is hbs.AST.ContentStatement & { original: string } => node.type === 'ContentStatement';

/** `{{* name}}`, `{{#* inline "name"}}` */
export const isDecorator = ({ type }: hbs.AST.Node): boolean =>
  type === 'Decorator' || type === 'DecoratorBlock';

/** `{{#> name}}` */
export const isPartialBlock = ({ type }: hbs.AST.Node): boolean => type === 'PartialBlockStatement';

export const isPath = (node: hbs.AST.Node): node is hbs.AST.PathExpression =>
  node.type === 'PathExpression';

export const isString = (node: hbs.AST.Node): node is hbs.AST.StringLiteral =>
  node.type === 'StringLiteral';

export const isSubExpression = (node: hbs.AST.Node): node is hbs.AST.SubExpression =>
  node.type === 'SubExpression';

/** A name, or a literal as it is written. */
export const nameOf = (node: hbs.AST.Node): string =>
  'original' in node ? String(node.original) : node.type;
