import { slug } from '../../config/slug.ts';
import { secondBefore } from '../../period/instant.ts';
import { dateOf } from '../../period/timezone.ts';
import type { Model } from './model.ts';
import type { ModelNumber } from './model-number.ts';
import type { ModelPeriod } from './model-period.ts';
import { withNumberPlaceholder } from './title-like.ts';

/** The value of `frontMatter:`, with placeholders for what is this one report's. */
export function frontMatterLike(
  { frontMatter, title }: Model,
  time: ModelPeriod | null,
  number: ModelNumber | null,
): Record<string, unknown> | null {
  if (!frontMatter || Object.keys(frontMatter).length === 0) return null;
  const values = valuesOf(title, time);
  const fill = (value: unknown): unknown => {
    if (typeof value === 'number') return value === number?.number ? '{number}' : value;
    if (typeof value === 'string') return filled(value, values, number);
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner)]));
  };
  return fill(frontMatter) as Record<string, unknown>;
}

function valuesOf(title: string, time: ModelPeriod | null): [value: string, placeholder: string][] {
  const days: [string, string][] = [];
  if (time) {
    const { date, start, end, timezone } = time.period;
    const [last, first] = [dateOf(secondBefore(end), timezone), dateOf(start, timezone)];
    days.push([date, '{date}'], [last, '{end}'], [first, '{start}']);
    days.push([date.replaceAll('-', '/'), '{year}/{month}/{day}']);
  }
  // A short title could be any word.
  const titles: [string, string][] =
    title.length > 3
      ? [
          [title, '{title}'],
          [slug(title), '{slug}'],
        ]
      : [];
  return [...titles, ...days];
}

function filled(
  text: string,
  values: readonly [value: string, placeholder: string][],
  number: ModelNumber | null,
): string {
  let parts: string[] = [text.replace(/[{}]/g, '')];
  for (const [value, placeholder] of values) {
    parts = parts.flatMap((part) =>
      part.startsWith('{') ? [part] : separated(part, value, placeholder),
    );
  }
  const whole = parts.join('');
  const isNumbered =
    number !== null &&
    (number.number > 9 || /(?:#|\bno\.?\s*)\d/i.test(text) || String(number.number) === text);
  return isNumbered ? withNumberPlaceholder(whole, number.number) : whole;
}

function separated(text: string, value: string, placeholder: string): string[] {
  return text.split(value).flatMap((part, index) => (index === 0 ? [part] : [placeholder, part]));
}
