import type { Reference } from '../../snapshot/schema.ts';
import { bodyParts } from './body-parts.ts';
import { readReferences } from './references.ts';

const ITEM =
  /(?:\[|<)?(?:https?:\/\/[^\s<>()[\]"'`,]+|(?:[a-z\d][\w-]{0,38}\/[\w.-]{1,100})?#\d+|gh-\d+)(?:>|\](?:\([^\s()]*\))?)?/
    .source;

/** Matches one or several items, like `#1, #2 and o/n#3`, with the group `items`; to be built in. */
export const ITEM_LIST = `(?<items>${ITEM}(?:(?:\\s*,\\s*(?:and\\s+)?|\\s+and\\s+|\\s*&\\s*|[ \\t]+)${ITEM})*)`;

/** The items that the pattern, which contains `ITEM_LIST`, finds in a text, with a relation. */
export function itemsFound(
  text: string,
  pattern: RegExp,
  relation: Reference['relation'],
  { repository, server, from }: { repository: string; server?: string; from: Reference['from'] },
): Reference[] {
  return [...text.matchAll(pattern)].flatMap(({ groups = {} }) =>
    readReferences(groups['items'] ?? '', repository, from, server).map((reference) => ({
      ...reference,
      relation,
    })),
  );
}

/** What a Markdown text says itself: without comments, code and quoted lines. */
export function bodyProse(markdown: string): string {
  return bodyParts(markdown)
    .map(({ kind, text }) => (kind === 'prose' ? text : '`'))
    .join('');
}
