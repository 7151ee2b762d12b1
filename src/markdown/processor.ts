import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { escapeInvisible, visibleText } from './plain-text.ts';
import { reposition } from './reposition.ts';

/** The one remark configuration: how devreport parses Markdown, and the style it writes. */
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkStringify, {
    bullet: '-',
    bulletOther: '*',
    emphasis: '_',
    fences: true,
    listItemIndent: 'one',
    rule: '-',
    strong: '*',
  })
  .freeze();

/** The tree of a text, with positions. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}

function stringifyMarkdown(tree: Root): string {
  return processor.stringify(tree);
}

/** A text and its tree. */
export interface MarkdownDocument {
  text: string;
  root: Root;
}

/** Changes a tree before it is written. */
export type ChangeTree = (root: Root) => void;

/**
 * A text in devreport's style: as remark writes it, with lists as tight as they can be, and without
 * invisible characters; a character reference to one stays a reference.
 */
export function formatMarkdown(text: string, change?: ChangeTree): string {
  return format(text, change).text;
}

/**
 * As `formatMarkdown`, with the tree of the formatted text. Of its positions only offsets are right,
 * and only those of blocks and list items.
 */
export function formatDocument(source: string, change?: ChangeTree): MarkdownDocument {
  const { text, root } = format(source, change);
  return { text, root: reposition(root, text) ?? parseMarkdown(text) };
}

function format(source: string, change?: ChangeTree): MarkdownDocument {
  const root = parseMarkdown(visibleText(source));
  change?.(root);
  visit(root, 'list', (list) => {
    list.spread = list.children.some(({ children }) => children.length > 1);
    for (const item of list.children) item.spread &&= item.children.length > 1;
  });
  // The parser has resolved those character references that remark need not write.
  const text = escapeInvisible(
    stringifyMarkdown(root),
    (codePoint) => `&#x${codePoint.toString(16).toUpperCase()};`,
  );
  return { text, root };
}
