import type { Categorised } from '../categorise/categorise.ts';
import type { ExclusionRule } from '../categorise/exclude.ts';
import { changeKey } from '../categorise/reverts.ts';
import { commitUrl, itemOfKey, itemUrl } from '../item/item-id.ts';
import { plainText } from '../markdown/plain-text.ts';
import { itemName, type Naming } from './refs.ts';
import { shortHash } from './related.ts';
import type { View } from './view/view.ts';

/** The rules for single items, which an editor may want to check; the others only have a number. */
const named: readonly ExclusionRule[] = ['mark', 'changelog', 'reverts', 'rollup'];

/** What is left out item by item, and why. */
export function leftOut(excluded: Categorised['excluded'], naming: Naming): View['leftOut'] {
  return excluded
    .filter(({ exclusion }) => named.includes(exclusion.rule))
    .map(({ item, exclusion: { rule, evidence } }) => {
      const isCommit = 'hash' in item;
      const kind = 'files' in item ? 'pull' : 'issue';
      const url = isCommit ? commitUrl(naming.server, item) : itemUrl(naming.server, item, kind);
      return {
        label: isCommit ? shortHash(item) : itemName(item, naming),
        text: plainText(item.title),
        url: { markdown: url },
        rule,
        evidence: ['reverts', 'rollup'].includes(rule)
          ? evidence
              .split(', ')
              .map((key) => nameOfKey(key, excluded, naming))
              .join(', ')
          : plainText(evidence),
      };
    });
}

/** How many items the config's rules leave out. */
export function leftOutByRules(excluded: Categorised['excluded']): number {
  return excluded.filter(({ exclusion }) => !named.includes(exclusion.rule)).length;
}

function nameOfKey(key: string, excluded: Categorised['excluded'], naming: Naming): string {
  const change = excluded.find(({ item }) => changeKey(item) === key)?.item;
  if (change && 'hash' in change) return shortHash(change);
  return itemName(change ?? itemOfKey(key), naming);
}
