import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { stringifyNodes } from '../../markdown/processor.ts';
import { nodesIn } from '../../markdown/nodes-in.ts';
import { treeText, unwrappedText } from '../../markdown/tree-text.ts';
import type { ReportGroup } from '../groups.ts';
import { itemLead } from '../item-lead.ts';
import type { Block, Bullet } from '../outline.ts';
import { hashText } from './hash-text.ts';

/**
 * The hashes by which a record knows a text again: of what a reader sees, since a formatter wraps lines,
 * and writes bullets, emphasis and tables its own way. Without their definitions, references read
 * otherwise: then the hash of the Markdown counts.
 */
export function hashesToRecord(bullet: Bullet): string[] {
  const hasReferences = nodesIn(bullet.node).some(({ type }) => type === 'linkReference');
  return hasReferences ? hashesOf(bullet) : [hashAsRead(bullet.node)];
}

function hashAsRead(node: Bullet['node']): string {
  const known = hashes.get(node);
  if (known !== undefined) return known;
  const found = hashText(node.type === 'html' ? node.value.replace(/\s+/g, ' ') : treeText([node]));
  hashes.set(node, found);
  return found;
}

const hashes = new WeakMap<Nodes, string>();

/** All hashes by which a text is known again. Older records have those of the Markdown. */
export function hashesOf(bullet: Bullet): string[] {
  return [bullet.hash, hashAsRead(bullet.node)];
}

/** The first of these hashes for which something is true. */
export function hashAmong(bullet: Bullet, isIt: (hash: string) => boolean): string | undefined {
  return hashesOf(bullet).find(isIt);
}

/** Whether a text is known again by one of these hashes. */
export function readsAs(bullet: Bullet, known: ReadonlySet<string>): boolean {
  return hashesOf(bullet).some((hash) => known.has(hash));
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

/** A copy without the line breaks and runs of blanks that a reader doesn't see. */
function unwrapped<Node extends Nodes>(node: Node): Node {
  const copy = structuredClone(node);
  visit(copy, ['text', 'inlineCode'], (text) => {
    if ('value' in text) text.value = unwrappedText(text.value);
  });
  return copy;
}
