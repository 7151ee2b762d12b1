import type { OwnStats } from '../../compose/view/stats-schema.ts';

/** What a number counts: its name in the statistics, and in words. */
export interface CountedNumber {
  field: Exclude<keyof OwnStats, 'bots' | 'hoursToMerge'>;
  name: string;
}

const count = '\\d[\\d,]*';
const pulls = '(?:PRs?|pull requests?)';
const were = '(?: (?:was|were|got|have been|has been))?';
const contributions = 'contributions?(?: \\([^()]*\\))?';
const contributors = '(?: individual)? contributors?';
const byPeople = `(?: (?:from|by) ${count}(?:${contributors}| people| authors))?`;

const did = [
  `(?:opened|merged) ${count}(?: new)? ${pulls}`,
  `(?:opened|closed) ${count}(?: new)? issues?`,
].join('|');
const clause = [
  `${count} ${contributions} from ${count}${contributors}`,
  `${count}(?: new)? ${pulls}${byPeople}${were} (?:opened|merged(?: by ${count} (?:people|contributors))?)`,
  `${count}(?: new)? issues?${were} (?:opened|closed)`,
  `${count} (?:opened|merged) ${pulls}`,
  `${count} (?:opened|closed) issues?`,
  `(?:we|contributors|maintainers|the (?:project|team))(?: have| has)? (?:${did})`,
].join('|');
const clauses = `(?:there (?:was|were) |with |a total of )?(?:${clause})`;

/** How a part of a sentence says that its numbers are about the whole period. */
interface Phrases {
  /** That a part is about the whole period, and nothing else. */
  isWhole: RegExp;
  /** A part with numbers about it. */
  wholePeriod: RegExp;
  /** The same behind such a part. */
  goesOn: RegExp;
}

const phrases = new Map<string | null, Phrases>();

/** @param month that the period is, like `July 2026`; null for any other period */
export function phrasesAbout(month: string | null): Phrases {
  const known = phrases.get(month);
  if (known) return known;
  const named = month?.replace(/ (\d+)/, '(?: $1)?');
  const period = `(?:in |during )?this (?:week|month|period)${named === undefined ? '' : `|in ${named}`}`;
  const whole = `${period}|overall|altogether|in (?:all|numbers|short|sum|total)`;
  const more = `(?: (?:and|but) (?:${clauses}|${did}))*(?: (?:${whole}))?\\)?$`;
  const made = {
    isWhole: phrase(`^(?:${whole})$`),
    wholePeriod: phrase(`^\\(?(?:and |but |so )?(?:(?:${whole}) )?${clauses}${more}`),
    goesOn: phrase(`^(?:and |but )?(?:${did})${more}`),
  };
  phrases.set(month, made);
  return made;
}

/** What a text can count, and how it says so. */
export const numberPatterns: readonly (CountedNumber & { patterns: RegExp[] })[] = [
  { field: 'contributions', name: 'contributions', patterns: [before(contributions)] },
  {
    field: 'contributors',
    name: 'contributors',
    patterns: [phrase(`(?<=${contributions} from )${count}(?=${contributors})`)],
  },
  {
    field: 'pullsOpened',
    name: 'opened pull requests',
    patterns: patternsOf('opened', pulls),
  },
  {
    field: 'pullsMerged',
    name: 'merged pull requests',
    patterns: patternsOf('merged', pulls),
  },
  {
    field: 'issuesOpened',
    name: 'opened issues',
    patterns: patternsOf('opened', 'issues?'),
  },
  {
    field: 'issuesClosed',
    name: 'closed issues',
    patterns: patternsOf('closed', 'issues?'),
  },
];

/** `12 issues were closed`, `12 closed issues` and `closed 12 issues`. */
function patternsOf(done: string, what: string): RegExp[] {
  return [
    before(`(?:new )?${what}${byPeople}${were} ${done}`),
    before(`${done} ${what}`),
    phrase(`(?<=${done} )${count}(?= (?:new )?${what})`),
  ];
}

/** A number before what it counts. */
function before(what: string): RegExp {
  return phrase(`(?<!\\d)${count}(?= ${what})`);
}

/** A pattern of words that may be on several lines. */
function phrase(words: string): RegExp {
  return new RegExp(words.replaceAll(' ', '\\s+'), 'i');
}
