/**
 * Every text in the source that a person may read, as Markdown: messages, hints, warnings, findings,
 * descriptions. Values are shown as `{expression}`.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';

export async function messageReference(folder = 'src'): Promise<string> {
  const files = (await readdir(folder, { recursive: true }))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .sort();
  const sections = await Promise.all(
    files.map(async (file) => ({ file, texts: textsIn(file, await readFile(file, 'utf8')) })),
  );
  return sections
    .filter(({ texts }) => texts.length > 0)
    .map(({ file, texts }) =>
      [`### \`${file}\``, '', '```text', ...texts.map(toLine), '```', ''].join('\n'),
    )
    .join('\n');
}

/** At least two words. */
const prose = /[A-Za-z’']{2,}[,:;.]? [A-Za-z’'`{]{2,}/;
/** GraphQL, terms of GitHub's search, parts of regular expressions, and names of characters. */
const code =
  /__typename|\bfirst: |\bis:(?:pr|issue)\b|\b(?:nodes|createdAt|pageInfo|oid)\b|\bid \w+\b|\(\?[:<!=]|^\{ \w+ |\bfield: |^[A-Z -]+$/;
/** Their arguments are compared, not shown. */
const comparing = new Set([
  'includes',
  'startsWith',
  'endsWith',
  'indexOf',
  'lastIndexOf',
  'split',
]);

function textsIn(file: string, source: string): string[] {
  const texts = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (isUnread(node)) return;
    const text = textOf(node);
    if (text !== null && prose.test(text) && !code.test(text)) texts.add(text.trim());
    if (text !== null && ts.isStringLiteralLike(node)) return;
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return [...texts];
}

/** Imports, types, internal errors, and texts that are only compared. */
function isUnread(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node))
    return true;
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Error';
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  return comparing.has(node.expression.name.text);
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  const spans = node.templateSpans.map(
    ({ expression, literal }) => `{${nameOf(expression)}}${literal.text}`,
  );
  return node.head.text + spans.join('');
}

/** A short name for a value: its variable or property, or that of the value it is made from. */
function nameOf(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (!ts.isCallExpression(node)) return '…';
  const {
    expression,
    arguments: [first],
  } = node;
  // A method of a text or list says less than what it is called on.
  if (ts.isPropertyAccessExpression(expression)) return nameOf(expression.expression);
  return first ? nameOf(first) : nameOf(expression);
}

function toLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
