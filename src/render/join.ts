import { ForeignText } from './foreign/foreign-text.ts';
import { MarkdownText } from './markdown-text.ts';
import { writtenText } from './written-text.ts';

/** `(join newcomers "label" ", ")`: the value of that name of each in a list, with a text between them. */
export function join(list: unknown, name: unknown, between: unknown): MarkdownText {
  const key = String(ForeignText.raw(name));
  const values = (Array.isArray(list) ? (list as Record<string, unknown>[]) : []).map((one) =>
    writtenText(one[key]),
  );
  return new MarkdownText(values.join(writtenText(between) ?? ''));
}
