import { isoWeekOf } from '../../period/calendar.ts';
import { secondBefore } from '../../period/instant.ts';
import { dateOf } from '../../period/timezone.ts';
import { parseFilePattern } from '../../placeholder/file-pattern.ts';
import { slug } from '../../config/slug.ts';
import { leading } from './edges.ts';
import type { Model } from './model.ts';
import type { ModelNumber } from './model-number.ts';
import type { ModelPeriod } from './model-period.ts';

/** The value of `file:`, and what of the path it can't say. */
export interface FileLike {
  pattern: string;
  note: string | null;
}

/** The pattern that describes the path of a model. */
export function fileLike(
  { path, title, isInside }: Pick<Model, 'path' | 'title' | 'isInside'>,
  time: ModelPeriod | null,
  number: ModelNumber | null,
): FileLike {
  const name = path.split('/').at(-1) ?? path;
  const own = isInside ? path : `reports/${name}`;
  const values = time ? valuesOf(time) : [];
  let pattern = own.replace(/[{}]/g, '');
  for (const [value, placeholder] of values) pattern = pattern.replace(value, placeholder);
  if (number) pattern = withNumber(pattern, number.number);
  pattern = withSlug(pattern, title);
  const elsewhere = isInside ? null : `It is outside of the checkout, so reports go to ${pattern}.`;
  if (!parseFilePattern(pattern).problem) return { pattern, note: elsewhere };
  const folder = own.split('/').slice(0, -1).join('/');
  const usual = folder === '' ? '{date}.md' : `${folder}/{date}.md`;
  return {
    pattern: parseFilePattern(usual).problem ? 'reports/{date}.md' : usual,
    note: `Its name, ${name}, does not tell one report from the next: there is no date or number in it that devreport could find.`,
  };
}

function valuesOf({ period }: ModelPeriod): [string, string][] {
  const { date, start, timezone } = period;
  const last = dateOf(secondBefore(period.end), timezone);
  const first = dateOf(start, timezone);
  const parts = '{year}-{month}-{day}'.replaceAll('-', '/');
  return [
    [date, '{date}'],
    [last, '{end}'],
    [first, '{start}'],
    [date.replaceAll('-', '/'), parts],
    [date.replaceAll('-', '_'), parts.replaceAll('/', '_')],
    [date.replaceAll('-', '.'), parts.replaceAll('/', '.')],
    [isoWeekOf(last), '{week}'],
    // A folder for each year, or month, above names with the whole date.
    [`${date.slice(0, 4)}/${date.slice(5, 7)}/`, '{year}/{month}/'],
    [`${date.slice(0, 4)}/`, '{year}/'],
  ];
}

/** Its digits in the name of the file, with at least as many as it has there. */
function withNumber(pattern: string, number: number): string {
  const name = pattern.lastIndexOf('/') + 1;
  const digits = new RegExp(`(?<!\\d)0*${String(number)}(?!\\d)`).exec(pattern.slice(name));
  if (!digits) return pattern;
  const [written] = digits;
  const placeholder =
    written.startsWith('0') && written.length > 1
      ? `{number:${String(Math.min(9, written.length))}}`
      : '{number}';
  const start = name + digits.index;
  return pattern.slice(0, start) + placeholder + pattern.slice(start + written.length);
}

/** What follows the date or number, where it is made of the title. */
function withSlug(pattern: string, title: string): string {
  const name = pattern.lastIndexOf('/') + 1;
  const start = Math.max(name, pattern.lastIndexOf('}') + 1);
  const dot = pattern.lastIndexOf('.');
  const at = start + leading(pattern.slice(start), /[-_]/).length;
  const words = pattern.slice(at, Math.max(at, dot));
  const own = slug(title);
  const isTitle = words.length > 3 && (own === slug(words) || own.startsWith(slug(words)));
  return isTitle ? `${pattern.slice(0, at)}{slug}${pattern.slice(dot)}` : pattern;
}
