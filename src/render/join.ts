import { ForeignText } from './foreign/foreign-text.ts';
import { type HelperOptions, localeIn } from './localized.ts';
import { MarkdownText } from './markdown-text.ts';
import { ownText, writtenText } from './written-text.ts';

/**
 * `(join newcomers "label" ", ")`: the value of that name of each in a list, with a text between them;
 * without one, as the language of the config enumerates: “a, b and c”.
 */
export function join(...args: unknown[]): MarkdownText {
  const { data } = args.at(-1) as HelperOptions;
  const [list, name, between] = args.slice(0, -1);
  const key = String(ForeignText.raw(name));
  const values = (Array.isArray(list) ? (list as Record<string, unknown>[]) : []).map(
    (one) => writtenText(one[key]) ?? '',
  );
  const joined =
    between === undefined
      ? new Intl.ListFormat(localeIn(data.root)).format(values)
      : values.join(ownText(between));
  return new MarkdownText(joined);
}
