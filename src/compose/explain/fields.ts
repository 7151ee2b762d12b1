import type { ItemId } from '../../item/item-id.ts';
import type { Snapshot } from '../../snapshot/schema.ts';

/** A line of an explanation: the name of a field in a column of nine, and its text. */
export function field(name: string, text: string): string {
  return `${name.padEnd(9)}${text}`;
}

/** The headings above a place. */
export function under(path: string): string {
  return path === '' ? 'above all sections' : `under “${path}”`;
}

/** `#12`, or `owner/name#12` for another repository than the first. */
export function shortName({ repository, number }: ItemId, { repositories }: Snapshot): string {
  const own = repository.toLowerCase() === repositories[0]?.toLowerCase();
  return `${own ? '' : repository}#${number}`;
}
