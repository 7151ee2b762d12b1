import type { LinkStyle } from './entry-tokens.ts';

/** A part of how entries are written. */
export type ShapePart =
  | { kind: 'literal'; text: string }
  | { kind: 'text' }
  /** `between` is null where no entry has two. */
  | { kind: 'items'; style: LinkStyle; label: ItemNaming; between: string | null }
  | { kind: 'people'; style: LinkStyle; at: boolean; between: string | null }
  | { kind: 'titled'; before: boolean; number: '(#)' | '#:' | null };

/** `#12` of the home repository, and of others `owner/name#12` (`label`), `name#12` (`short`), or all in full (`id`). */
export type ItemNaming = 'label' | 'short' | 'id';

/** How the words of an entry differ from a title. */
export type Wording = 'text' | 'phrase' | 'past';

export interface EntryShape {
  parts: ShapePart[];
  words: Wording;
  /** Whether no entry names more than one person. */
  isAuthorOnly: boolean;
  /** How many of the entries are written so, and of how many. */
  like: number;
  of: number;
}
