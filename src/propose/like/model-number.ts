import { ordinal } from '../../compose/ordinal.ts';
import type { Model } from './model.ts';

/** Which report of its series a model is, and where it says so. */
export interface ModelNumber {
  number: number;
  source: 'title' | 'file' | 'text' | 'front matter';
}

/** The number of a model; null where nothing has one. */
export function modelNumber({ title, path, lead, report, frontMatter }: Model): ModelNumber | null {
  const inFile = numberIn(nameOf(path));
  const inTitle = marked(title) ?? lastOf(title, inFile);
  if (inTitle !== null) return { number: inTitle, source: 'title' };
  if (inFile !== null) return { number: inFile, source: 'file' };
  for (const key of ['number', 'issue', 'edition', 'episode']) {
    const value = frontMatter?.[key];
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0)
      return { number: value, source: 'front matter' };
  }
  const texts = lead.map(({ start, end }) => report.text.slice(start, end));
  const counted = texts.flatMap((text) => ordinalIn(text) ?? [])[0];
  return counted === undefined ? null : { number: counted.number, source: 'text' };
}

/** The name of a file without its dates and extension. */
function nameOf(path: string): string {
  return (path.split('/').at(-1) ?? '')
    .replace(/\.\w+$/, '')
    .replace(/\d{4}[-_.]\d{2}([-_.]\d{2})?|\d{4}-W\d{2}/g, '-');
}

function numberIn(name: string): number | null {
  const found = [...name.matchAll(/(?<!\d)\d{1,6}(?!\d)/g)].map(([digits]) => digits);
  // A year, or the number of a version, is not that of a report.
  const [only, ...others] = found.filter((digits) => !/^(?:19|20)\d\d$/.test(digits));
  return only === undefined || others.length > 0 ? null : Number(only);
}

const MARK =
  /(?:#|№|\b(?:no|nr|issue|number|vol|volume|edition|episode)\b\.?)\s*(\d{1,6})(?![\d.-])/iu;

function marked(title: string): number | null {
  const [, digits] = MARK.exec(title) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** The number at the end of a title without dates, or the one that the name of the file has too. */
function lastOf(title: string, inFile: number | null): number | null {
  const numbers = [...title.matchAll(/(?<![\p{N}\p{L}.-])\d{1,6}(?![\p{N}\p{L}.-])/gu)].map(
    ([digits]) => Number(digits),
  );
  if (inFile !== null) return numbers.includes(inFile) ? inFile : null;
  const [only, ...others] = numbers;
  const isLast = only !== undefined && others.length === 0 && /(?<![-.])\b\d{1,6}$/.test(title);
  return isLast &&
    !/^(?:19|20)\d\d$/.test(String(only)) &&
    !/\b(?:week|kw|version|v)\W*\d+$/i.test(title)
    ? only
    : null;
}

/** The highest number that is looked for in words. */
const MOST = 999;
let words: Map<string, number> | undefined;

/** An English ordinal in the first words of a text: `The eighth weekly …`, `the 12th`. */
export function ordinalIn(text: string): { number: number; written: string } | null {
  words ??= new Map(
    Array.from({ length: MOST }, (_, index) => [ordinal(index + 1, 'en'), index + 1]),
  );
  const [first = ''] = /^[^.!?]*/.exec(text) ?? [];
  const digits =
    /\b(\d{1,4})(?:st|nd|rd|th)\b(?=[^.]*\b(?:report|issue|edition|update|digest)\b)/i.exec(first);
  if (digits) return { number: Number(digits[1]), written: digits[0] };
  if (!/\b(?:report|issue|edition|update|digest|newsletter)\b/i.test(first)) return null;
  for (const [word] of first.matchAll(/[a-z]+(?:-[a-z]+)*/gi)) {
    const number = words.get(word.toLowerCase());
    if (number !== undefined && /^the\b/i.test(first)) return { number, written: word };
  }
  return null;
}
