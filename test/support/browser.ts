import type { Nodes, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const toHtml = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .freeze();

/** What a browser sees of Markdown. */
export function inBrowser(markdown: string): Root {
  return toHtml.runSync(toHtml.parse(markdown));
}

/** The elements of a tree, with the names of their attributes. */
export function shape(node: Nodes): unknown {
  if (!('children' in node)) return null;
  const name = node.type === 'element' ? [node.tagName, ...Object.keys(node.properties)] : [];
  return [name, node.children.map(shape).filter((inner) => inner !== null)];
}

/** The text that a reader sees, and what attributes say. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  const attributes = node.type === 'element' ? Object.values(node.properties).join(' ') : '';
  return 'children' in node ? attributes + node.children.map(textOf).join('') : '';
}

/** A tree in which code is text, and by default links that show where they lead. */
export function withoutCode<T extends Nodes>(node: T, keepsLinks = false): T {
  if (!('children' in node)) return node;
  const children = node.children.map((child) => {
    if (child.type !== 'element') return withoutCode(child, keepsLinks);
    const value = textOf({ ...child, properties: {} });
    const { href } = child.properties;
    const isText =
      child.tagName === 'code' || (!keepsLinks && href === value && /^https?:/.test(value));
    return isText ? { type: 'text', value } : withoutCode(child, keepsLinks);
  });
  return { ...node, children };
}
