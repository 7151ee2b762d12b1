import type { Definition, Image, Link, LinkReference } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { nodesIn } from '../../markdown/nodes-in.ts';
import { itemKey } from '../../item/item-id.ts';
import { type ItemAddress, itemAt } from '../../item/item-url.ts';
import { type Span, spanOf } from '../../markdown/span.ts';
import type { Report } from '../report.ts';

/** A link to an issue or pull request, or the definition of one. */
export interface ItemLink extends Span {
  /** Where it leads. */
  item: ItemAddress;
  /** `owner/name#number`, lower case */
  key: string;
  /** The text that the reader sees. */
  label: string;
  via: 'link' | 'reference' | 'definition';
  /** The span of its URL, in the link itself or in the definition; null when it isn't found there. */
  address: Span | null;
}

/** The links of a report to items of the server, in order. */
export function itemLinks({ text, root, definitions }: Report, server: string): ItemLink[] {
  const found: ItemLink[] = [];
  const add = (
    node: Link | LinkReference | Definition,
    target: Link | Definition,
    label: string,
    via: ItemLink['via'],
  ): void => {
    const span = spanOf(node);
    const item = itemAt(target.url, server);
    if (!span || !item) return;
    const address = addressOf(text, target);
    found.push({ ...span, item, key: itemKey(item), label, via, address });
  };
  for (const node of nodesIn(root)) {
    if (node.type === 'link') add(node, node, toString(node), 'link');
    else if (node.type === 'definition') add(node, node, node.label ?? '', 'definition');
    else if (node.type === 'linkReference') {
      const definition = definitions.get(node.identifier);
      if (definition) add(node, definition, toString(node), 'reference');
    }
  }
  return found;
}

/** The span of a link's URL: its last occurrence, because the text may be the same URL. */
export function addressOf(text: string, node: Link | Image | Definition): Span | null {
  const span = spanOf(node);
  if (!span || node.url === '') return null;
  const start = text.slice(span.start, span.end).lastIndexOf(node.url);
  return start < 0
    ? null
    : { start: span.start + start, end: span.start + start + node.url.length };
}
