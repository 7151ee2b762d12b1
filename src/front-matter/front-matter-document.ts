import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { blank } from '../markdown/blank.ts';
import { type MarkdownDocument, parseMarkdown } from '../markdown/processor.ts';
import type { FrontMatter } from './front-matter.ts';
import { type FrontMatterText, frontMatterIn } from './front-matter-in.ts';

/**
 * The tree of a text, with its front matter as one `yaml` node, as remark-frontmatter has it; mdast has
 * no other node for data, so it is that of TOML too.
 *
 * @param path of the text, for errors
 * @throws {UsageError} `markdown-too-complex`
 */
export function parseReport(text: string, path?: string): Root {
  const found = frontMatterIn(text);
  if (!found) return parseMarkdown(text, path);
  const root = parseMarkdown(blank(found.text) + text.slice(found.text.length), path);
  addNode(root, found);
  return root;
}

/** A text with front matter above it. */
function textWithFrontMatter(frontMatter: FrontMatter | null, text: string): string {
  return frontMatter ? `${frontMatter.text}\n\n${text}` : text;
}

/** A document with front matter above it. */
export function documentWithFrontMatter(
  frontMatter: FrontMatter | null,
  { text: body, root }: MarkdownDocument,
): MarkdownDocument {
  const text = textWithFrontMatter(frontMatter, body);
  const found = frontMatter && frontMatterIn(text);
  if (!found) return { text, root };
  const before = text.length - body.length;
  const lines = text.slice(0, before).split('\n').length - 1;
  visit(root, ({ position }) => {
    for (const point of position ? [position.start, position.end] : []) {
      point.line += lines;
      point.offset = (point.offset ?? 0) + before;
    }
  });
  addNode(root, found);
  return { text, root };
}

function addNode(root: Root, { text, content }: FrontMatterText): void {
  const lines = text.split('\n');
  root.children.unshift({
    type: 'yaml',
    value: content.replace(/\r?\n$/, ''),
    position: {
      start: { line: 1, column: 1, offset: 0 },
      end: {
        line: lines.length,
        column: (lines.at(-1) ?? '').length + 1,
        offset: text.length,
      },
    },
  });
}
