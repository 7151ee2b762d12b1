import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** The one remark configuration: how devreport reads Markdown, and the one style it writes. */
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkStringify, {
    bullet: '-',
    bulletOther: '*',
    emphasis: '_',
    fences: true,
    listItemIndent: 'one',
    rule: '-',
    strong: '*',
  })
  .freeze();

export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}

export function stringifyMarkdown(tree: Root): string {
  return processor.stringify(tree);
}

/** The same document in devreport's style: what remark makes of it, with lists as tight as they can be. */
export function formatMarkdown(text: string): string {
  const tree = parseMarkdown(text);
  visit(tree, 'list', (list) => {
    list.spread = list.children.some(({ children }) => children.length > 1);
    for (const item of list.children) item.spread &&= item.children.length > 1;
  });
  return stringifyMarkdown(tree);
}
