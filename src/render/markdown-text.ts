import { markMarkdown } from './foreign/marks.ts';

/** Safe Markdown, for a template, which marks where it begins and ends: in front matter it is only text. */
export class MarkdownText {
  /** Without marks of its own. */
  readonly markdown: string;

  constructor(markdown: string) {
    this.markdown = markdown;
  }

  toString(): string {
    return markMarkdown(this.markdown);
  }
}
