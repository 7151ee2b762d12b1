import { MarkdownText } from './markdown-text.ts';
import { writtenText } from './written-text.ts';

/** `(link title url)`: `[title](url)`, for a value of a sentence. */
export function link(text: unknown, url: unknown): MarkdownText {
  return new MarkdownText(`[${writtenText(text) ?? ''}](${writtenText(url) ?? ''})`);
}
