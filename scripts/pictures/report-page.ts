import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Page, Size } from './chromium.ts';
import { escapeHtml, htmlDocument } from './html.ts';

// HTML is left out on the way: a report has none but comments, which no reader sees.
const toHtml = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeStringify)
  .freeze();

/** The top of a report as GitHub shows a Markdown file. */
export async function reportPage(path: string, markdown: string, size: Size): Promise<Page> {
  const article = String(await toHtml.process(markdown));
  const body = `<header>${escapeHtml(path)}</header>\n<article>\n${article}\n</article>`;
  return { html: await htmlDocument(body, './report.css'), ...size };
}
