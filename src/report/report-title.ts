import { toString } from 'mdast-util-to-string';
import { type FrontMatterText, frontMatterIn } from '../front-matter/front-matter-in.ts';
import { plainText } from '../markdown/plain-text.ts';
import { type Report, titleHeading } from './report.ts';

/**
 * The title of a report as plain text: its first heading, or the title in its front matter where no
 * heading is of level 1; its path where that shows nothing.
 */
export async function reportTitle(report: Report): Promise<string> {
  const heading = titleHeading(report);
  const found = frontMatterIn(report.text);
  const shown = heading
    ? toString(heading.node, { includeHtml: false })
    : found
      ? await titleIn(found)
      : '';
  const title = plainText(shown);
  return title === '' ? report.path : title;
}

/** Empty where none can be read. */
async function titleIn({ format, content }: FrontMatterText): Promise<string> {
  if (format === 'yaml') {
    // The parser is large, and most reports have a heading.
    const { readFrontMatter } = await import('../front-matter/read-front-matter.ts');
    const title = readFrontMatter(content).frontMatter?.values['title'];
    return typeof title === 'string' || typeof title === 'number' ? String(title) : '';
  }
  const [, , basic, literal = ''] =
    /^(?:title|"title"|'title')[ \t]*=[ \t]*("((?:\\.|[^"\\\r\n])*)"|'([^'\r\n]*)')/m.exec(
      content,
    ) ?? [];
  return basic?.replace(/\\(["\\])/g, '$1') ?? literal;
}
