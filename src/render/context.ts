import type { Markdown, View } from '../compose/view.ts';
import { ForeignText } from '../markdown/foreign-text.ts';

/** Safe Markdown, written unescaped. */
class MarkdownText {
  readonly #markdown: string;

  constructor(markdown: string) {
    this.#markdown = markdown;
  }

  toString(): string {
    return this.#markdown;
  }
}

/**
 * The view as a template sees it: a text can only be written escaped, so that no template, not even
 * with three braces, lets a title become Markdown. Empty texts stay empty strings, for `#if`.
 */
export function toContext(view: View): Record<string, unknown> {
  return Object.fromEntries(Object.entries(view).map(([key, value]) => [key, wrap(value)]));
}

function wrap(value: unknown): unknown {
  if (typeof value === 'string') return value === '' ? '' : new ForeignText(value);
  if (Array.isArray(value)) return value.map(wrap);
  if (typeof value !== 'object' || value === null) return value;
  if (isMarkdown(value)) return value.markdown === '' ? '' : new MarkdownText(value.markdown);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wrap(inner)]));
}

function isMarkdown(value: object): value is Markdown {
  return 'markdown' in value && typeof value.markdown === 'string';
}
