import type { Markdown } from '../compose/view/described.ts';
import type { View } from '../compose/view/view.ts';
import { plainParagraph } from '../markdown/plain-text.ts';
import { ForeignText } from './foreign/foreign-text.ts';
import { withoutMarkdownMarks } from './foreign/marks.ts';
import { MarkdownText } from './markdown-text.ts';

/** A view as a template sees it. */
export interface TemplateContext {
  context: Record<string, unknown>;
  /** The foreign texts in the context, by the numbers in their marks. */
  texts: readonly string[];
  /** The numbers of those that are the user's own. */
  own: ReadonlySet<number>;
}

/**
 * The view as a template sees it: every text is foreign, so that no template, not even with three
 * braces, lets a title become Markdown. Empty texts stay empty strings, for `#if`.
 */
export function toContext(view: View): TemplateContext {
  const texts: string[] = [];
  // One mark for equal texts: a label finds its definition.
  const marks = new Map<string, ForeignText>();

  function wrap(value: unknown): unknown {
    if (typeof value === 'string') return wrapText(plainParagraph(value));
    if (Array.isArray(value)) return value.map(wrap);
    if (typeof value !== 'object' || value === null) return value;
    if (isMarkdown(value)) return wrapMarkdown(value.markdown);
    return wrapEach(value);
  }

  function wrapText(text: string): unknown {
    if (text === '') return '';
    const known = marks.get(text) ?? new ForeignText(text, texts.push(text) - 1);
    marks.set(text, known);
    return known;
  }

  function wrapEach(values: object): Record<string, unknown> {
    // A copy has the shape of its original, which is what makes reading it fast.
    const wrapped: Record<string, unknown> = { ...values };
    for (const key of Object.keys(wrapped)) wrapped[key] = wrap(wrapped[key]);
    return wrapped;
  }

  const context = wrapEach(view);
  // A mark of its own: others may have written the same text.
  const title = texts.push(plainParagraph(view.title)) - 1;
  return {
    context: { ...context, title: new ForeignText(view.title, title) },
    texts,
    own: new Set([title]),
  };
}

function wrapMarkdown(markdown: string): unknown {
  return markdown === '' ? '' : new MarkdownText(withoutMarkdownMarks(markdown));
}

function isMarkdown(value: object): value is Markdown {
  return 'markdown' in value && typeof value.markdown === 'string';
}
