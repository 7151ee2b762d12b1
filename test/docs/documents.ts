import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Code, InlineCode, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../../src/markdown/processor.ts';

/** The folder of the checkout. */
export const root = join(import.meta.dirname, '../..');

export interface Document {
  /** From the root of the checkout. */
  path: string;
  text: string;
  tree: Root;
}

export async function readDocument(path: string): Promise<Document> {
  const text = await readFile(join(root, path), 'utf8');
  return { path, text, tree: parseMarkdown(text) };
}

/** Every document for people. */
export async function readDocuments(): Promise<Document[]> {
  const below = await readdir(join(root, 'docs'), { recursive: true });
  const paths = below.filter((path) => path.endsWith('.md')).map((path) => join('docs', path));
  return Promise.all(
    ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', ...paths].map(readDocument),
  );
}

/** The nodes of a kind, in order. */
export function nodesOf<T extends Nodes['type']>(
  { tree }: Document,
  type: T,
): Extract<Nodes, { type: T }>[] {
  const found: Extract<Nodes, { type: T }>[] = [];
  visit(tree, (node) => {
    if (node.type === type) found.push(node as Extract<Nodes, { type: T }>);
  });
  return found;
}

/** The fenced blocks in a language. */
export function fences(document: Document, language: string): Code[] {
  return nodesOf(document, 'code').filter(({ lang }) => lang === language);
}

/** What the document shows as typed or printed: code spans, and each line of what goes to a shell. */
export function codeLines(document: Document): string[] {
  const spans = nodesOf(document, 'inlineCode').map(({ value }: InlineCode) => value);
  return [...spans, ...fences(document, 'sh').flatMap(({ value }) => value.split('\n'))];
}
