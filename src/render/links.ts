import { ForeignText } from './foreign/foreign-text.ts';
import { markOfReference } from './foreign/marks.ts';
import { MarkdownText } from './markdown-text.ts';
import { writtenText } from './written-text.ts';

/** `(link title url)`: `[title](url)`, for a value of a sentence. */
export function link(text: unknown, url: unknown): MarkdownText {
  return new MarkdownText(`[${writtenText(text) ?? ''}](${writtenText(url) ?? ''})`);
}

/** `{{reference label url}}`: as `[label]`, with a definition at the end of the report. */
export function reference(label: unknown, url: unknown): unknown {
  const [text, address] = [writtenText(label) ?? '', writtenText(url) ?? ''];
  return text === '' || address === '' ? label : new MarkdownText(markOfReference(text, address));
}

/** `(references repositories "name")`: a reference for each of a list, with a blank between them. */
export function references(list: unknown, name: unknown): MarkdownText {
  const key = String(ForeignText.raw(name));
  const each = Array.isArray(list) ? (list as Record<string, unknown>[]) : [];
  const written = each.map((one) => writtenText(reference(one[key], one['url'])) ?? '');
  return new MarkdownText(written.join(' '));
}
