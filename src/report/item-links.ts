import type { Definition, Image, Link, LinkReference, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { type Citation, citationOf } from '../item/citation.ts';
import { definitionsOf } from './cited.ts';
import { itemKey } from '../item/item-id.ts';
import type { Span } from '../markdown/span.ts';
import { spanOf } from '../markdown/span.ts';

/** A link to an issue or pull request, or the definition of one. */
export interface ItemLink extends Span {
  /** Where it leads. */
  item: Citation;
  key: string;
  /** What the reader sees. */
  label: string;
  via: 'link' | 'reference' | 'definition';
  /** Where its address stands: in the link itself, or in the definition. Null when it is not found there. */
  address: Span | null;
}

/** Every link of a report to an item of the server, in order. */
export function itemLinks(text: string, tree: Root, server: string): ItemLink[] {
  const definitions = definitionsOf(tree);
  const found: ItemLink[] = [];
  const add = (
    node: Link | LinkReference | Definition,
    target: Link | Definition,
    label: string,
    via: ItemLink['via'],
  ): void => {
    const span = spanOf(node);
    const item = citationOf(target.url, server);
    if (!span || !item) return;
    const address = addressOf(text, target);
    found.push({ ...span, item, key: itemKey(item), label, via, address });
  };
  visit(tree, (node) => {
    if (node.type === 'link') add(node, node, toString(node), 'link');
    else if (node.type === 'definition') add(node, node, node.label ?? '', 'definition');
    else if (node.type === 'linkReference') {
      const definition = definitions.get(node.identifier);
      if (definition) add(node, definition, toString(node), 'reference');
    }
  });
  return found;
}

/** Where a link's address stands: behind the text, which may be the same address. */
export function addressOf(text: string, node: Link | Image | Definition): Span | null {
  const span = spanOf(node);
  if (!span || node.url === '') return null;
  const start = text.slice(span.start, span.end).lastIndexOf(node.url);
  return start < 0
    ? null
    : { start: span.start + start, end: span.start + start + node.url.length };
}
