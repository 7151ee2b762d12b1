import type { Config } from '../config/schema/schema.ts';
import { slug } from '../config/slug.ts';
import { plainLine } from '../markdown/plain-text.ts';
import { fillWords } from '../placeholder/fill-words.ts';
import { partsOf } from '../placeholder/placeholders.ts';
import { type frontMatterKinds, periodValues } from '../placeholder/report-placeholders.ts';
import type { Snapshot } from '../snapshot/schema.ts';
import type { View } from './view/view.ts';

type Values = Readonly<Record<keyof typeof frontMatterKinds, string | number | string[]>>;

/** The front matter of a config for a report. */
export function frontMatterFor(
  { frontMatter, locale }: Pick<Config, 'frontMatter' | 'locale'>,
  { period, repositories }: Pick<Snapshot, 'period' | 'repositories'>,
  { people, ...known }: Pick<View, 'title' | 'number'> & { people: readonly { name: string }[] },
): Record<string, unknown> {
  const values = {
    ...periodValues(period),
    ...known,
    slug: slug(known.title),
    people: people.map(({ name }) => name),
    repositories,
  };
  return filled(frontMatter, values, locale) as Record<string, unknown>;
}

/** A text that is one placeholder becomes the value itself, a number or a list. */
function filled(value: unknown, values: Values, locale: string): unknown {
  if (typeof value === 'string') return filledText(value, values, locale);
  if (Array.isArray(value)) return value.map((item) => filled(item, values, locale));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, filled(inner, values, locale)]),
  );
}

function filledText(text: string, values: Values, locale: string): string | number | string[] {
  const [only, ...others] = partsOf(text);
  if (typeof only === 'object' && others.length === 0 && only.width === null) {
    const value = values[only.name as keyof Values];
    return typeof value === 'string' ? plainLine(value) : value;
  }
  const written = Object.entries(values).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'number' ? value : plainLine([value].flat().join(', ')),
  ]);
  return fillWords(text, Object.fromEntries(written), locale);
}
