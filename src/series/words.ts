import type { ListItem, Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { plainText } from '../markdown/plain-text.ts';
import { wrap } from '../markdown/wrap.ts';

const WIDTH = 100;
/** Enough as a reminder: the whole text is in the report before. */
const MOST_LINES = 12;

/** The texts that a reader sees: one for each paragraph, list item or line of code, none empty. */
export function visibleTexts(nodes: readonly Nodes[]): string[] {
  return nodes.flatMap(textsIn).filter((text) => text !== '');
}

function textsIn(node: Nodes): string[] {
  if (node.type === 'html' || node.type === 'definition' || node.type === 'yaml') return [];
  if (node.type === 'code') return node.value.split('\n').map((line) => line.trim());
  if (node.type === 'blockquote' || node.type === 'footnoteDefinition') {
    return visibleTexts(node.children);
  }
  if (node.type === 'list') return node.children.flatMap(itemTexts);
  if (node.type === 'table') {
    return node.children.map((row) => row.children.map(textOf).join(' | '));
  }
  return [textOf(node)];
}

function itemTexts({ children, checked }: ListItem): string[] {
  const [first, ...rest] = visibleTexts(children);
  const box = typeof checked === 'boolean' ? `[${checked ? 'x' : ' '}] ` : '';
  return first === undefined ? [] : [`- ${box}${first}`, ...rest];
}

function textOf(node: Nodes): string {
  return toString(node, { includeHtml: false }).replace(/\s+/g, ' ').trim();
}

/** Texts as lines of a comment: at most 100 characters each, 12 lines in all, the rest cut with an ellipsis. */
export function wrappedLines(texts: readonly string[]): string[] {
  const lines = texts.flatMap((text) => wrap(text, WIDTH)).map(plainText);
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), '…'] : lines;
}
