import { ForeignText } from './foreign/foreign-text.ts';
import { MarkdownText } from './markdown-text.ts';

/** A value as a template writes it, with marks for foreign text; null when it is no text. */
export function writtenText(value: unknown): string | null {
  if (value === null || value === undefined) return '';
  if (value instanceof ForeignText || value instanceof MarkdownText) return value.toString();
  const isText =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isText ? String(value) : null;
}

/** The same for a helper that changes it: Markdown as it is, without its marks. */
export function ownText(value: unknown): string {
  return (value instanceof MarkdownText ? value.markdown : writtenText(value)) ?? '';
}
