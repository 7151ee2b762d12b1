import type { Nodes } from 'mdast';
import { fieldOf, nodeFields } from './node-fields.ts';

/**
 * What a reader sees of nodes, as a text to compare: the same for Markdown that is written another way, with
 * its lines wrapped elsewhere.
 */
export function treeText(nodes: readonly Nodes[]): string {
  return JSON.stringify(nodes.map(said));
}

/** The fields that a node has, by their places in the list of all, and what its children say. */
function said(node: Nodes): unknown[] {
  const all: unknown[] = [];
  nodeFields.forEach((field, place) => {
    const value = fieldOf(node, field);
    if (value !== null) all.push(place, isWrapped(node, value) ? unwrappedText(value) : value);
  });
  if ('children' in node) all.push(node.children.map(said));
  return all;
}

function isWrapped({ type }: Nodes, value: unknown): value is string {
  return (type === 'text' || type === 'inlineCode') && typeof value === 'string';
}

/** A text without the line breaks and runs of blanks that a reader doesn't see. */
export function unwrappedText(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ');
}
