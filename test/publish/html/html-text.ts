import { readReport } from '../../../src/report/report.ts';
import type { HtmlOptions } from '../../../src/publish/html/html-blocks.ts';
import { previewBlocks } from '../../../src/publish/html/preview-blocks.ts';
import { reportHtml } from '../../../src/publish/html/report-html.ts';

const defaults: HtmlOptions = {
  server: 'https://github.com',
  home: 'linuxkit/linuxkit',
  images: 'all',
};

/** The HTML of a Markdown text. */
export function htmlOf(text: string, options: Partial<HtmlOptions> = {}): string {
  return reportHtml(readReport({ path: 'r.md', text }), { ...defaults, ...options }).trimEnd();
}

/** The preview of a Markdown text. */
export function previewOf(text: string, options: Partial<HtmlOptions> = {}) {
  return previewBlocks(readReport({ path: 'r.md', text }), { ...defaults, ...options });
}
