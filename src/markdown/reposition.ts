import type { Node, Root } from 'mdast';

/**
 * Gives the blocks and list items of a tree the places they have in the text that was just made of
 * it, which spares parsing that text; null where they cannot be told without. Only the offsets of
 * the root's children and of the items of its lists are set.
 *
 * It can be told when every block is without blank lines inside: then the blank lines are what is
 * between blocks, and in a list of single paragraphs each item begins a line with its bullet.
 */
export function reposition(root: Root, text: string): Root | null {
  // Not trimEnd: a no-break space at the end is text.
  const blocks = text.replace(/\n+$/, '').split('\n\n');
  if (blocks.length !== root.children.length) return null;
  let start = 0;
  for (const [index, node] of root.children.entries()) {
    const block = blocks[index] ?? '';
    place(node, start, start + block.length);
    if (node.type === 'list') {
      const starts = Array.from(block.matchAll(/^- /gm), (match) => start + match.index);
      const simple = node.children.every(({ children }) =>
        children.every(({ type }) => type === 'paragraph'),
      );
      if (!simple || starts.length !== node.children.length) return null;
      const end = start + block.length;
      node.children.forEach((item, at) => {
        const next = starts[at + 1];
        place(item, starts[at] ?? end, next === undefined ? end : next - 1);
      });
    } else if (node.type === 'blockquote' || node.type === 'footnoteDefinition') {
      // What is inside has places of its own.
      return null;
    }
    start += block.length + '\n\n'.length;
  }
  return root;
}

function place(node: Node, start: number, end: number): void {
  const point = (offset: number) => ({ line: 1, column: 1, offset });
  node.position = { start: point(start), end: point(end) };
}
