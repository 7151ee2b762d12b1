import { codeSpan } from './escape.ts';

const LONGEST = 60;

/** Words of a report for a message: one visible line, as code, cut at 60 characters. */
export function quote(text: string): string {
  const characters = [...text.trim()];
  return codeSpan(
    characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text.trim(),
  );
}

/** How many characters a list in a message may have. */
const LONGEST_LIST = 180;

/** `a, b and c`; of a long list its beginning: `a, b and 7 more`. */
export function allOf(items: readonly string[]): string {
  let length = 0;
  const fitting = items.filter((item) => (length += item.length + 2) <= LONGEST_LIST);
  const omitted = items.length - Math.max(1, fitting.length);
  return joined(omitted > 1 ? [...items.slice(0, -omitted), `${omitted} more`] : items, 'and');
}

/** `a, b or c` */
export function oneOf(items: readonly string[]): string {
  return joined(items, 'or');
}

function joined(items: readonly string[], conjunction: 'and' | 'or'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}
