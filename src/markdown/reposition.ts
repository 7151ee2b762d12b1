import type { Node, Root } from 'mdast';

/**
 * Moves the blocks and list items of a tree to their positions in the text that was just formatted
 * from it, which spares parsing that text. Sets only the offsets of the root's children and of the
 * items of its lists.
 *
 * This works when no block has a blank line inside: then blank lines separate the blocks, and in a
 * list of single paragraphs every item begins a line with its bullet.
 *
 * @returns null for any other document, whose tree is then half moved and of no use
 */
export function reposition(root: Root, text: string): Root | null {
  // Not trimEnd: a no-break space at the end is text.
  const blocks = text.replace(/(?<!\n)\n+$/, '').split('\n\n');
  if (blocks.length !== root.children.length) return null;
  // HTML that nothing closes goes on to the end of the text, with its last line ending.
  const last = root.children.at(-1);
  if (last?.type === 'html' && !/^<!--[^]*-->$/.test(last.value)) return null;
  let start = 0;
  for (const [index, node] of root.children.entries()) {
    const block = blocks[index] ?? '';
    setOffsets(node, start, start + block.length);
    if (node.type === 'list') {
      const starts = Array.from(block.matchAll(/^- /gm), (match) => start + match.index);
      const simple = node.children.every(({ children }) =>
        children.every(({ type }) => type === 'paragraph'),
      );
      if (!simple || starts.length !== node.children.length) return null;
      const end = start + block.length;
      node.children.forEach((item, at) => {
        const next = starts[at + 1];
        setOffsets(item, starts[at] ?? end, next === undefined ? end : next - 1);
      });
    } else if (
      node.type === 'blockquote' ||
      node.type === 'footnoteDefinition' ||
      node.type === 'table'
    ) {
      // Their children have positions too.
      return null;
    }
    start += block.length + '\n\n'.length;
  }
  return root;
}

function setOffsets(node: Node, start: number, end: number): void {
  const point = (offset: number) => ({ line: 1, column: 1, offset });
  node.position = { start: point(start), end: point(end) };
}
