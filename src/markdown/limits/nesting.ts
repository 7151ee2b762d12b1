import type { Nodes, Root } from 'mdast';
import { MarkdownTooComplex } from './too-complex.ts';

/** As deep as cmark lets lists be. */
export const MOST_LEVELS = 100;

/** @throws {MarkdownTooComplex} when a tree is deeper than functions that call themselves can go */
export function limitNesting(root: Root): void {
  const open: { node: Nodes; level: number }[] = [{ node: root, level: 0 }];
  for (let at = open.pop(); at; at = open.pop()) {
    const { node, level } = at;
    if (level > MOST_LEVELS) throw new MarkdownTooComplex('levels', node.position?.start.line ?? 1);
    if (!('children' in node)) continue;
    // A list and its items are one level.
    const below = ['root', 'listItem', 'paragraph', 'heading'].includes(node.type)
      ? level
      : level + 1;
    for (const child of node.children)
      if ('children' in child) open.push({ node: child, level: below });
  }
}
