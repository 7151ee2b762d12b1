import type { DeskReading } from '../../../protocol.ts';

export interface AtomParts {
  /** From where on the cursor steps over it: all of it, or what is behind words that can be rewritten. */
  from: number;
  to: number;
  /** The start of the address, which is hidden; null where it is elsewhere, or in lines of its own. */
  address: number | null;
}

/**
 * How a link is shown: `[#12](https://…)` as `[#12]`. Of a title that is a link, only the address is one
 * thing; null where there is none.
 *
 * @param text of the atom
 */
export function atomParts(
  { start, end, item }: DeskReading['atoms'][number],
  text: string,
): AtomParts | null {
  const middle = text.startsWith('[') && text.endsWith(')') ? text.lastIndexOf('](') : -1;
  const label = text.slice(1, middle === -1 ? -1 : middle);
  const address = middle === -1 || text.includes('\n', middle) ? null : start + middle + 1;
  if (item === null || !/\s/.test(label)) return { from: start, to: end, address };
  return address === null ? null : { from: address - 1, to: end, address };
}
