import { formatDate } from '../period/date-in-words.ts';
import { isInstant } from '../period/instant.ts';
import { parseDay } from '../period/calendar.ts';
import type { View } from '../compose/view/view.ts';
import { fillWords } from '../placeholder/fill-words.ts';
import { pluralForm } from '../placeholder/plural.ts';
import { ForeignText } from './foreign/foreign-text.ts';
import { MarkdownText } from './markdown-text.ts';
import { ownText, writtenText } from './written-text.ts';

/** What Handlebars passes to a helper as its last argument. */
export interface HelperOptions {
  data: { root: Record<keyof View, unknown> };
}

/**
 * `{{formatDate period.firstDay "D MMMM"}}`: a day or an instant in a format of Day.js and in the language of
 * the config; any other text stays as it is.
 */
export function formattedDate(
  value: unknown,
  format: unknown,
  { data: { root } }: HelperOptions,
): unknown {
  const text = ForeignText.raw(value);
  if (typeof text !== 'string' || (!parseDay(text) && !isInstant(text))) return value;
  const { timezone } = root.period as Record<'timezone', unknown>;
  return formatDate(text, String(ForeignText.raw(format)), {
    locale: localeIn(root),
    timezone: String(ForeignText.raw(timezone)),
  });
}

/**
 * `{{plural stats.pullsMerged "one pull request" "# pull requests"}}`: the form for a number, of those
 * that the language of the config has. `#` is the number.
 */
export function plural(...args: unknown[]): string {
  const { data } = args.at(-1) as HelperOptions;
  const [value, ...forms] = args.slice(0, -1).map((arg) => ForeignText.raw(arg));
  return pluralForm(Number(value ?? 0), forms.map(String), localeIn(data.root));
}

/**
 * `{{sentence sentences.scope repositories=(join repositories "name" " ")}}`: a sentence of the config,
 * with the named values in place of its placeholders.
 */
export function sentence(pattern: unknown, { data, hash }: SentenceOptions): MarkdownText | '' {
  const values = Object.entries(hash).map(([name, value]) => [name, valueIn(value)] as const);
  const filled = fillWords(ownText(pattern), Object.fromEntries(values), localeIn(data.root));
  return filled === '' ? '' : new MarkdownText(filled);
}

/** A number or a day as it is, to be formatted; a mark for any other foreign text. */
function valueIn(value: unknown): string | number {
  const raw = ForeignText.raw(value);
  if (typeof raw === 'number') return raw;
  return typeof raw === 'string' && parseDay(raw) ? raw : (writtenText(value) ?? '');
}

interface SentenceOptions extends HelperOptions {
  hash: Readonly<Record<string, unknown>>;
}

export function localeIn({ locale }: HelperOptions['data']['root']): string {
  return String(ForeignText.raw(locale));
}
