import { codeSpan } from './escape.ts';

const LONGEST = 60;

/** Words of a report for a message: one visible line, as code, cut at 60 characters. */
export function quote(text: string): string {
  const characters = [...text.trim()];
  return codeSpan(
    characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text.trim(),
  );
}

/** `a, b and c`; of a long list the first `most` and how many more: `a, b and 7 more`. */
export function listing(items: readonly string[], most = 5): string {
  return joined(
    items.length > most + 1 ? [...items.slice(0, most), `${items.length - most} more`] : items,
    'and',
  );
}

/** `a, b or c` */
export function oneOf(items: readonly string[]): string {
  return joined(items, 'or');
}

function joined(items: readonly string[], conjunction: 'and' | 'or'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}
