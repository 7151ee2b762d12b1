import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { stringifyNodes } from '../../markdown/processor.ts';
import type { ReportGroup } from '../groups.ts';
import { itemLead } from '../item-lead.ts';
import type { Block, Bullet } from '../outline.ts';
import { hashText } from './hash-text.ts';

/**
 * The hashes by which a text is known again: of its Markdown, and, where that differs, of what a
 * reader sees. A formatter wraps lines, and writes bullets, emphasis and tables its own way.
 */
export function hashesOf({ node, hash }: Bullet): string[] {
  const known = hashes.get(node);
  if (known) return known;
  const found = [...new Set([hash, hashText(asRead(node))])];
  hashes.set(node, found);
  return found;
}

/** The first of these hashes for which something is true. The second one takes long to make. */
export function hashAmong(bullet: Bullet, isIt: (hash: string) => boolean): string | undefined {
  return isIt(bullet.hash) ? bullet.hash : hashesOf(bullet).find(isIt);
}

const hashes = new WeakMap<Nodes, string[]>();

/** Whether a text is known again by one of these hashes. */
export function readsAs(bullet: Bullet, known: ReadonlySet<string>): boolean {
  return known.has(bullet.hash) || hashesOf(bullet).some((hash) => known.has(hash));
}

/** The hash of what a reader sees of a paragraph or quote; null for other blocks. */
export function readHashOf({ node }: Block): string | null {
  if (node.type !== 'paragraph' && node.type !== 'blockquote') return null;
  return hashText(stringifyNodes([unwrapped(node)]));
}

/** The hash of what a reader sees of the text above the entries of a group. */
export function leadHashOf(text: string, group: ReportGroup): string {
  if (group.kind === 'html')
    return hashText([...group.list.header, ...group.list.footer].join('\n'));
  if (group.kind === 'item')
    return hashText(stringifyNodes(itemLead(text, group.bullet).nodes.map(unwrapped)));
  return blockHashOf(text, group.lead);
}

/** The hash of what a reader sees of a block, where that is known; else of its Markdown. */
export function blockHashOf(text: string, block: Block): string {
  return readHashOf(block) ?? hashText(text.slice(block.start, block.end));
}

function asRead(node: Bullet['node']): string {
  if (node.type === 'html') return node.value.replace(/\s+/g, ' ');
  if (node.type === 'paragraph') return stringifyNodes([unwrapped(node)]);
  if (node.type === 'listItem') {
    const box = typeof node.checked === 'boolean' ? `[${node.checked ? 'x' : ' '}] ` : '';
    return box + stringifyNodes(unwrapped(node).children);
  }
  const cells = unwrapped(node).children.map(({ children }) =>
    stringifyNodes([{ type: 'paragraph', children }]).trim(),
  );
  return `| ${cells.join(' | ')} |`;
}

/** A copy without the line breaks and runs of blanks that a reader doesn't see. */
function unwrapped<Node extends Nodes>(node: Node): Node {
  const copy = structuredClone(node);
  visit(copy, ['text', 'inlineCode'], (text) => {
    if ('value' in text) text.value = text.value.replace(/[ \t\r\n]+/g, ' ');
  });
  return copy;
}
