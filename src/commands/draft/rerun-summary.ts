import { shortItemName } from '../../item/short-item-name.ts';
import { plainText } from '../../markdown/plain-text.ts';
import { changeWords } from '../../revise/change-words.ts';
import type { RerunResult } from '../../revise/rerun-result.ts';

export interface SummaryOptions {
  /** The repository whose items are called `#12`, lower case. */
  home: string | undefined;
  /** Nothing is written. */
  isDry: boolean;
  /** Name every item. */
  verbose: boolean;
}

interface Wording {
  done: string;
  /** Of a run that only shows its changes, where that differs. */
  dry?: string;
}

type ItemsPart = Exclude<keyof RerunResult, 'frontMatter'>;

const lines: [ItemsPart, Wording][] = [
  ['added', { done: 'added', dry: 'to add' }],
  [
    'again',
    {
      done: 'added again for new entries, though you deleted the section',
      dry: 'to add again for new entries, though you deleted the section',
    },
  ],
  ['refreshed', { done: 'refreshed, unedited until now', dry: 'to refresh, unedited until now' }],
  ['kept', { done: 'kept in your words' }],
  [
    'unplaced',
    {
      done: 'in a comment, because there is no place for it here; move it into the text, or delete it',
      dry: 'to put in a comment, because there is no place for it here',
    },
  ],
  ['cited', { done: 'new, but already cited by you, so not added' }],
  ['changed', { done: 'to review: changed since, but left unchanged here' }],
  ['elsewhere', { done: 'to review: left where you put it, though it would now be elsewhere' }],
  ['gone', { done: 'to review: missing from the facts, but left unchanged here' }],
  ['unshown', { done: 'no longer in the draft, but left unchanged here' }],
  ['unseen', { done: 'missing from the facts, which are incomplete; left unchanged here' }],
  [
    'dropped',
    {
      done: 'removed: never edited, and no longer in the draft',
      dry: 'to remove: never edited, and no longer in the draft',
    },
  ],
  ['leftOut', { done: 'left out, deleted by you' }],
];

const frontMatterLines: [keyof RerunResult['frontMatter'], Wording][] = [
  ['added', { done: 'added', dry: 'to add' }],
  ['refreshed', { done: 'refreshed, unedited until now', dry: 'to refresh, unedited until now' }],
  ['kept', { done: 'kept in your words' }],
];

/** How many items a line names before it only counts them. */
const NAMED = 12;

/** What a rerun did, a line for each kind of change. */
export function rerunSummary(
  result: RerunResult,
  { home, isDry, verbose }: SummaryOptions,
): string[] {
  const nameOf = (item: string) => shortItemName(item, home);
  const list = (names: readonly string[]) => {
    const shown = names.slice(0, verbose ? names.length : NAMED);
    const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
    return shown.join(', ') + more;
  };
  const summary = lines.flatMap(([part, { done, dry = done }]) => {
    const items = result[part].map((one) => plainText(describe(one, nameOf)));
    return items.length === 0 ? [] : [`${items.length} ${isDry ? dry : done}: ${list(items)}`];
  });
  for (const [part, { done, dry = done }] of frontMatterLines) {
    const keys = result.frontMatter[part].map(plainText);
    if (keys.length > 0) summary.push(`Front matter ${isDry ? dry : done}: ${list(keys)}`);
  }
  const { changed, elsewhere, gone } = result;
  const [toReview] = [...[...changed, ...elsewhere].map(({ item }) => item), ...gone];
  if (toReview === undefined) return summary;
  const name = plainText(nameOf(toReview));
  return [
    ...summary,
    `Entries to review are named until they say what has changed, or until you run with --seen '${name}'.`,
  ];
}

function describe(one: RerunResult[ItemsPart][number], nameOf: (item: string) => string): string {
  if (typeof one === 'string') return nameOf(one);
  const name = nameOf(one.item);
  if ('under' in one) return one.under === '' ? name : `${name} (under ${one.under})`;
  if ('to' in one) return `${name} (in ${one.to})`;
  return `${name} (${one.changes.map((change) => changeWords(change, nameOf)).join(', ')})`;
}
