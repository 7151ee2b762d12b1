import type { Nodes, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { plainTags, type TagCount } from './plain-tags.ts';

/** More elements inside each other are no layout, and parsing them takes long. */
const MOST_LEVELS = 50;

/** Elements times levels: every element can begin again all formatting that was never closed. */
const MOST_WORK = 500_000;

/** With the tags that GitHub shows as text. */
const parse = rehypeRaw({ tagfilter: true });

/**
 * A tree with its raw HTML parsed, and nothing left of comments and of tags that no report may have. HTML
 * that nests too deep is text.
 */
export function withParsedHtml(tree: Root): Root {
  const count: TagCount = { tags: 0, levels: 0, open: [] };
  const values = new Map<Nodes, string>();
  visit(tree, (node) => {
    if (node.type === 'element') count.tags += 1;
    if (node.type === 'raw') values.set(node, plainTags(node.value, count));
  });
  if ([...values.values()].every((value) => value.trim() === '')) return tree;
  const isTooMuch = count.levels > MOST_LEVELS || count.tags * count.levels > MOST_WORK;
  visit(tree, 'raw', (node, index, parent) => {
    if (!isTooMuch) node.value = values.get(node) ?? '';
    else if (parent && index !== undefined)
      parent.children[index] = { type: 'text', value: node.value };
  });
  // The positions come from the nodes, not from the text of the file.
  return isTooMuch ? tree : parse(tree, new VFile(''));
}
