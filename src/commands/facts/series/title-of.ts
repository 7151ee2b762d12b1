import { toString } from 'mdast-util-to-string';
import { plainText } from '../../../markdown/plain-text.ts';
import { frontMatterIn } from '../../../front-matter/front-matter-in.ts';
import type { Report } from '../../../report/report.ts';

/** The title of a report as plain text: its first heading of depth 1, else that of its front matter; null without. */
export async function titleOf({ sections, text }: Report): Promise<string | null> {
  const heading = sections.find((section) => section.heading?.depth === 1)?.heading;
  const written = heading ? toString(heading.node) : await titleInFrontMatter(text);
  const title = plainText(written);
  return title === '' ? null : title;
}

async function titleInFrontMatter(text: string): Promise<string> {
  const found = frontMatterIn(text);
  if (found?.format !== 'yaml') return '';
  // The parser is large, and most reports have no front matter.
  const { readYaml } = await import('../../../config/read-yaml.ts');
  const { value } = readYaml(found.content);
  const title: unknown =
    typeof value === 'object' && value !== null && 'title' in value && value.title;
  return typeof title === 'string' ? title : '';
}
