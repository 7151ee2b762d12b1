/** What stands for a value in a text: `{date}`, or `{number:4}` for a number of at least four digits. */
export interface Placeholder {
  /** As it is written, with its braces. */
  written: string;
  name: string;
  /** What follows the colon; null without one. */
  width: string | null;
}

/** The names that a text may use, and what they stand for: only a number has a width. */
export type PlaceholderKinds = Readonly<Record<string, 'text' | 'number'>>;

export type PlaceholderValues = Readonly<Record<string, string | number>>;

/** Literal text, and the placeholders in it, in order. Braces that belong to none are literal. */
export function partsOf(text: string): (string | Placeholder)[] {
  const parts: (string | Placeholder)[] = [];
  let end = 0;
  for (const match of text.matchAll(/\{([^{}:]*)(?::([^{}]*))?\}/g)) {
    const [written, name = '', width = null] = match;
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push({ written, name, width });
    end = match.index + written.length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

/** What is wrong with the placeholders of a text, in lower case and without a full stop; null for nothing. */
export function placeholderProblem(text: string, kinds: PlaceholderKinds): string | null {
  for (const part of partsOf(text)) {
    if (typeof part === 'string') continue;
    const { written, name, width } = part;
    if (!Object.hasOwn(kinds, name)) return `unknown placeholder ${written}`;
    if (width === null) continue;
    if (kinds[name] !== 'number') return `${written} gives a width to what is not a number`;
    if (!/^[1-9]$/.test(width)) return `the width in ${written} is not a digit from 1 to 9`;
  }
  return null;
}

/** The placeholders that a text may use, as they are written. */
export function placeholderNames(kinds: PlaceholderKinds): string[] {
  return Object.keys(kinds).map((name) => `{${name}}`);
}

/**
 * A text with the values in place of its placeholders, in one pass: braces in a value mean nothing.
 * The text has no problem with the kinds of these values.
 */
export function fillPlaceholders(text: string, values: PlaceholderValues): string {
  return partsOf(text)
    .map((part) => (typeof part === 'string' ? part : written(part, values)))
    .join('');
}

function written({ written: placeholder, name, width }: Placeholder, values: PlaceholderValues) {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) throw new Error(`${placeholder} has no value`);
  return String(value).padStart(Number(width), '0');
}
