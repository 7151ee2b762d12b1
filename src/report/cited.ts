import type { Definition, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { itemKey } from '../item/item-id.ts';

/** An item that a piece of Markdown leads its reader to. */
export interface Mention {
  /** `owner/name#number`, lower case */
  item: string;
  /** False when it is cited as an issue, or in a form that does not say. */
  pull: boolean;
}

/** Finds what a single node cites, whatever the form; not what the nodes inside it do. */
export type Reader = (node: Nodes) => Mention[];

/**
 * A reader of the links of a document: inline, through a definition, or bare.
 *
 * With `home`, the repository that `#12` is of, it also sees what is only named: `#12`, `GH-12`,
 * `owner/name#12`, an address without `https://`, and the links and text of raw HTML. What stands in
 * code or in a comment is not cited: no reader is led there.
 */
export function readerOf(root: Root, server: string, home?: string): Reader {
  const definitions = definitionsOf(root);
  const address = addressPattern(server);
  const linked = (text: string) => [...text.matchAll(address)].map(toMention);
  return (node) => {
    if (node.type === 'link') return linked(node.url);
    if (node.type === 'linkReference') return linked(definitions.get(node.identifier)?.url ?? '');
    if (home !== undefined && node.type === 'text')
      return [...linked(node.value), ...named(node.value, home)];
    if (home !== undefined && node.type === 'html') {
      const shown = node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, ' ');
      return [...linked(shown), ...named(shown.replace(/<[^>]*>/g, ' '), home)];
    }
    return [];
  };
}

/** By identifier, the first definition of each, which is the one that counts. */
export function definitionsOf(root: Root): Map<string, Definition> {
  const found = new Map<string, Definition>();
  visit(root, 'definition', (node) => {
    if (!found.has(node.identifier)) found.set(node.identifier, node);
  });
  return found;
}

// Foreign titles hold addresses too, cut in two by an empty comment: `//` before the host is no start.
function addressPattern(server: string): RegExp {
  const host = server.replace(/^https?:\/\//i, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    `(?:https?://|(?<![\\w/.-]))(?:www\\.)?${host}/([\\w.-]+/[\\w.-]+)/(pull|issues)/([1-9]\\d*)(?![\\w-])`,
    'gi',
  );
}

function toMention([, repository = '', path, number]: RegExpExecArray): Mention {
  return {
    item: itemKey({ repository, number: Number(number) }),
    pull: path?.toLowerCase() === 'pull',
  };
}

const NAME = /(?<![\w/&#.@-])(?:([\w.-]+\/[\w.-]+)?#|GH-)([1-9]\d*)(?!\w)/gi;

function named(text: string, home: string): Mention[] {
  return [...text.matchAll(NAME)].map(([, repository = home, number]) => ({
    item: itemKey({ repository, number: Number(number) }),
    pull: false,
  }));
}
