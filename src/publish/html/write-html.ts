import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

const writer = unified().use(rehypeStringify).freeze();

/** A tree as HTML, with everything in texts and attributes escaped. */
export function writeHtml(tree: Root): string {
  return writer.stringify(tree);
}
