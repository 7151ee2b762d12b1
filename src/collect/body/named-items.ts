import type { Reference } from '../../snapshot/schema.ts';
import { readMergeMessage } from '../git/history/merge-message.ts';
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

/** The pull requests that a title names as a commit's subject does, at its end as a rule: `Title (#1)`. */
export function pullsNamedIn(
  title: string,
  relation: Reference['relation'],
  repository: string,
): Reference[] {
  const pulls = readMergeMessage(title)?.pulls ?? [];
  return pulls.map(({ number }) => ({ repository, number, relation, from: 'title' }));
}
