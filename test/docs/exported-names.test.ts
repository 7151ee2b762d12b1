import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { root } from './documents.ts';

/** What a file declares and exports; what it exports from elsewhere has its name there. */
function exportedNames(text: string, path: string): string[] {
  const source = ts.createSourceFile(path, text, {
    languageVersion: ts.ScriptTarget.Latest,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  });
  return source.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) return localNames(statement);
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
    if (!isNamed(statement)) return [];
    return [statement.name.text];
  });
}

function isNamed(node: ts.Statement): node is ts.Statement & { name: ts.Identifier } {
  return (
    (ts.isFunctionDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isEnumDeclaration(node)) &&
    node.name !== undefined
  );
}

function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) =>
    ts.isBindingElement(element) ? boundNames(element.name) : [],
  );
}

function localNames({ exportClause, moduleSpecifier }: ts.ExportDeclaration): string[] {
  if (moduleSpecifier !== undefined || exportClause === undefined) return [];
  if (!ts.isNamedExports(exportClause)) return [];
  return exportClause.elements.map(({ name }) => name.text);
}

test('each exported name means one thing, in one file', async () => {
  const files = await readdir(join(root, 'src'), { recursive: true });
  const filesOf = new Map<string, Set<string>>();
  for (const file of files.filter((name) => name.endsWith('.ts')).toSorted()) {
    // A type and a value of the same file may share their name.
    for (const name of exportedNames(await readFile(join(root, 'src', file), 'utf8'), file))
      filesOf.set(name, (filesOf.get(name) ?? new Set()).add(file));
  }
  expect(filesOf.size).toBeGreaterThan(100);
  const shared = [...filesOf].filter(([, found]) => found.size > 1);
  expect(shared.map(([name, found]) => `${name}: ${[...found].join(', ')}`)).toEqual([]);
});
