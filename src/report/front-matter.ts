import type { Root } from 'mdast';
import { blank } from '../markdown/blank.ts';
import { parseMarkdown } from '../markdown/processor.ts';

// A first key, maybe below comments: a rule with text below it is no front matter.
const FRONT_MATTER =
  /^---[ \t]*\r?\n(?=(?:#[^\r\n]*\r?\n)*[\w"'-]+[ \t]*:)[^]*?\r?\n---[ \t]*(?=\r?\n|$)/;

/** The YAML between two lines of hyphens at the start of a text, with those lines; empty without any. */
export function frontMatterOf(text: string): string {
  return FRONT_MATTER.exec(text)?.[0] ?? '';
}

/**
 * The tree of a report's text, with its front matter as one `yaml` node, as remark-frontmatter has it.
 *
 * @param path of the report, for errors
 * @throws {UsageError} `markdown-too-complex`
 */
export function parseReport(text: string, path: string): Root {
  const frontMatter = frontMatterOf(text);
  if (frontMatter === '') return parseMarkdown(text, path);
  const root = parseMarkdown(blank(frontMatter) + text.slice(frontMatter.length), path);
  const lines = frontMatter.split('\n');
  root.children.unshift({
    type: 'yaml',
    value: lines.slice(1, -1).join('\n'),
    position: {
      start: { line: 1, column: 1, offset: 0 },
      end: {
        line: lines.length,
        column: (lines.at(-1) ?? '').length + 1,
        offset: frontMatter.length,
      },
    },
  });
  return root;
}
