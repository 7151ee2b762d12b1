import { plainText } from '../../markdown/plain-text.ts';
import type { Report } from '../../revise/report.ts';

export interface Telling {
  /** The repository whose items are called `#12`, lower case. */
  home: string | undefined;
  /** Tell what would be done. */
  isDry: boolean;
  /** Name every item. */
  verbose: boolean;
}

interface Words {
  /** Said of what a run does, when it is only to be shown. */
  dry?: string;
  one: string;
  /** Of several, where that is another phrase. */
  many?: string;
}

const stories: [keyof Report, Words][] = [
  ['added', { one: 'added', dry: 'to add' }],
  [
    'again',
    {
      one: 'section added again, for what is new in it',
      many: 'sections added again, for what is new in them',
      dry: 'of the sections you deleted to add again, for what is new',
    },
  ],
  ['refreshed', { one: 'refreshed, unedited until now', dry: 'to refresh, unedited until now' }],
  ['kept', { one: 'kept in your words' }],
  ['cited', { one: 'new, but cited by you already, so not added' }],
  [
    'changed',
    {
      one: 'to look at: changed since, and left as it is',
      many: 'to look at: changed since, and left as they are',
    },
  ],
  [
    'gone',
    {
      one: 'to look at: the facts do not have it, left where it is',
      many: 'to look at: the facts do not have them, left where they are',
    },
  ],
  [
    'unshown',
    {
      one: 'left where it is, though the draft no longer shows it',
      many: 'left where they are, though the draft no longer shows them',
    },
  ],
  [
    'unseen',
    {
      one: 'left where it is: the facts are incomplete, and lack it',
      many: 'left where they are: the facts are incomplete, and lack them',
    },
  ],
  [
    'dropped',
    {
      one: 'taken out: never edited, and not in the draft any more',
      dry: 'to take out: never edited, and not in the draft any more',
    },
  ],
  ['leftOut', { one: 'left out, deleted by you' }],
];

/** How many items a line names before it only counts them. */
const NAMED = 12;

/** What a rerun did, a line for each kind of thing. */
export function rerunStory(report: Report, { home, isDry, verbose }: Telling): string {
  const nameOf = (told: string | Report['cited'][number]): string => {
    if (typeof told !== 'string')
      return `${nameOf(told.item)}${told.under === '' ? '' : ` (under ${plainText(told.under)})`}`;
    const [repository, number = ''] = told.split('#');
    return plainText(repository === home ? `#${number}` : told);
  };
  return stories
    .flatMap(([part, { one, many = one, dry }]) => {
      const items = report[part];
      if (items.length === 0) return [];
      const named = items.slice(0, verbose ? items.length : NAMED).map(nameOf);
      const more = items.length > named.length ? ` and ${items.length - named.length} more` : '';
      const words = isDry && dry !== undefined ? dry : items.length === 1 ? one : many;
      return [`${items.length} ${words}: ${named.join(', ')}${more}\n`];
    })
    .join('');
}
