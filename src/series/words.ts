import type { ListItem, Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { plainText } from '../markdown/plain-text.ts';
import { wrap } from '../markdown/wrap.ts';

const WIDTH = 100;
/** Enough to remember it by; the report itself is beside it. */
const MOST_LINES = 12;

/** What nodes say to a reader: a text for each paragraph, list item or line of code, none empty. */
export function wordsOf(nodes: readonly Nodes[]): string[] {
  return nodes.flatMap(textsOf).filter((text) => text !== '');
}

function textsOf(node: Nodes): string[] {
  if (node.type === 'html' || node.type === 'definition') return [];
  if (node.type === 'code') return node.value.split('\n').map((line) => line.trim());
  if (node.type === 'blockquote' || node.type === 'footnoteDefinition') {
    return wordsOf(node.children);
  }
  if (node.type === 'list') return node.children.flatMap(itemOf);
  if (node.type === 'table') {
    return node.children.map((row) => row.children.map(said).join(' | '));
  }
  return [said(node)];
}

function itemOf({ children, checked }: ListItem): string[] {
  const [first, ...rest] = wordsOf(children);
  const box = typeof checked === 'boolean' ? `[${checked ? 'x' : ' '}] ` : '';
  return first === undefined ? [] : [`- ${box}${first}`, ...rest];
}

function said(node: Nodes): string {
  return toString(node, { includeHtml: false }).replace(/\s+/g, ' ').trim();
}

/** Texts as lines of a comment: short, plain, and not too many of them. */
export function wrapped(texts: readonly string[]): string[] {
  const lines = texts.flatMap((text) => wrap(text, WIDTH)).map(plainText);
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), '…'] : lines;
}
