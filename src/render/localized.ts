import { formatDate } from '../period/date-in-words.ts';
import { isInstant } from '../period/instant.ts';
import { parseDay } from '../period/calendar.ts';
import type { View } from '../compose/view/view.ts';
import { ForeignText } from './foreign/foreign-text.ts';

/** What Handlebars passes to a helper as its last argument. */
export interface HelperOptions {
  data: { root: Record<keyof View, unknown> };
}

/**
 * `{{date period.firstDay "D MMMM"}}`: a day or an instant in a format of Day.js and in the language of
 * the config; any other text stays as it is.
 */
export function date(value: unknown, format: unknown, { data: { root } }: HelperOptions): unknown {
  const text = ForeignText.raw(value);
  if (typeof text !== 'string' || (!parseDay(text) && !isInstant(text))) return value;
  const { timezone } = root.period as Record<'timezone', unknown>;
  return formatDate(text, String(ForeignText.raw(format)), {
    locale: localeIn(root),
    timezone: String(ForeignText.raw(timezone)),
  });
}

/** In the order of the Unicode CLDR, which defines the plural forms of all languages. */
const categories: Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/**
 * `{{plural stats.pullsMerged "one pull request" "# pull requests"}}`: the form for a number, of those
 * that the language of the config has, in the order of the Unicode CLDR. `#` is the number. Where fewer
 * forms are given, the last one is for the rest.
 */
export function plural(...args: unknown[]): string {
  const options = args.at(-1) as HelperOptions;
  const [value, ...forms] = args.slice(0, -1).map((arg) => ForeignText.raw(arg));
  const locale = localeIn(options.data.root);
  const number = Number(value ?? 0);
  const rules = new Intl.PluralRules(locale);
  const { pluralCategories } = rules.resolvedOptions();
  const used = categories.filter((category) => pluralCategories.includes(category));
  const index = Math.min(used.indexOf(rules.select(number)), forms.length - 1);
  return String(forms[index]).replaceAll('#', number.toLocaleString(locale));
}

function localeIn({ locale }: HelperOptions['data']['root']): string {
  return String(ForeignText.raw(locale));
}
