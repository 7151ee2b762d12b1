import { toOrdinal } from 'to-words/en-US';

/** 8 → `eighth`, 21 → `twenty-first`. */
export function ordinal(number: number): string {
  return toOrdinal(number)
    .toLowerCase()
    .replace(/(?<!\w)(\w+ty) (\w+)$/, '$1-$2');
}
