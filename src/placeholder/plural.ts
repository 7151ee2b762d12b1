/** In the order of the Unicode CLDR, which defines the plural forms of all languages. */
const categories: Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/**
 * The form for a number, with the number in place of `#`.
 *
 * @param forms those that the language has, in the order of the Unicode CLDR: of English, for one and for
 *   others; where there are fewer, the last one is for the rest
 */
export function pluralForm(number: number, forms: readonly string[], locale: string): string {
  const rules = new Intl.PluralRules(locale);
  const { pluralCategories } = rules.resolvedOptions();
  const used = categories.filter((category) => pluralCategories.includes(category));
  const index = Math.min(used.indexOf(rules.select(number)), forms.length - 1);
  return (forms[index] ?? '').replaceAll('#', number.toLocaleString(locale));
}
