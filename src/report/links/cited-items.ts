import type { Definition, Nodes, Root } from 'mdast';
import { nodesIn } from '../../markdown/nodes-in.ts';
import { isEditorComment } from '../editor-comments.ts';
import { type CitedItem, itemUrlFinder, namesIn } from '../../item/item-text.ts';

/** The items that one node cites, in any form; not those of the nodes inside it. */
export type CitedItemsOf = (node: Nodes) => CitedItem[];

/**
 * A reader of the links of a document: inline, through a definition, bare, or in raw HTML.
 *
 * With `home`, the repository of `#12`, it also finds items without a link: `#12`, `GH-12`,
 * `owner/name#12`, an address without `https://`, and those in the text of raw HTML. Code and
 * comments cite nothing: they lead no reader anywhere.
 */
export function citedItemsReader(root: Root, server: string, home?: string): CitedItemsOf {
  const definitions = definitionsOf(root);
  const linked = itemUrlFinder(server);
  return (node) => {
    if (node.type === 'link') return linked(node.url);
    if (node.type === 'linkReference') return linked(definitions.get(node.identifier)?.url ?? '');
    if (home !== undefined && node.type === 'text')
      return [...linked(node.value), ...namesIn(node.value, home)];
    if (node.type === 'html') {
      const shown = node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, ' ');
      return home === undefined
        ? linked(shown)
        : [...linked(shown), ...namesIn(withoutTags(shown), home)];
    }
    return [];
  };
}

/**
 * The items that code, raw HTML and comments name: they lead no reader anywhere, but somebody put them
 * there. Comments of a draft for its editor only suggest items. `home` as in `citedItemsReader`.
 */
export function quotedItems(root: Root, server: string, home: string | undefined): Set<string> {
  const linked = itemUrlFinder(server);
  const found = new Set<string>();
  for (const node of nodesIn(root)) {
    if (node.type !== 'code' && node.type !== 'inlineCode' && node.type !== 'html') continue;
    if (isEditorComment(node.value)) continue;
    const named = home === undefined ? [] : namesIn(node.value, home);
    for (const { item } of [...linked(node.value), ...named]) found.add(item);
  }
  return found;
}

/** HTML in which every tag is a blank. */
function withoutTags(html: string): string {
  // Behind the last end of a tag there is none: to look for it from every `<` would take long.
  const end = html.lastIndexOf('>') + 1;
  // eslint-disable-next-line regexp/no-super-linear-move -- every `<` has an end
  return html.slice(0, end).replace(/<[^>]*>/g, ' ') + html.slice(end);
}

/** By identifier, the first definition of each, which is the one that counts. */
export function definitionsOf(root: Root): Map<string, Definition> {
  const found = new Map<string, Definition>();
  for (const node of nodesIn(root)) {
    if (node.type !== 'definition') continue;
    if (!found.has(node.identifier)) found.set(node.identifier, node);
  }
  return found;
}
