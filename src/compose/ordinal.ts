import { toOrdinal } from 'to-words/en-US';
import { requireLocale } from '../period/locale.ts';

/** 8 → `eighth`, 21 → `twenty-first`; in other languages as they abbreviate it: `8.` */
export function ordinal(number: number, locale: string): string {
  if (locale !== 'en') {
    const written = requireLocale(locale).ordinal?.(number) ?? number;
    // Day.js writes it for its own formats, in which brackets quote.
    return String(written).replace(/[[\]]/g, '');
  }
  return toOrdinal(number)
    .toLowerCase()
    .replace(/(?<!\w)(\w+ty) (\w+)$/, '$1-$2');
}
