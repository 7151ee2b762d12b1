import type { OwnStats } from '../../compose/view/stats-schema.ts';
import type { Period } from '../../period/period.ts';

/** What a number counts: its name in the statistics, and in words. */
interface Counted {
  field: Exclude<keyof OwnStats, 'bots' | 'hoursToMerge'>;
  name: string;
}

/** A number about the whole period, at an offset. */
export interface PeriodNumber extends Counted {
  start: number;
  said: string;
}

/**
 * The numbers of a text that are about the whole period, in order. A sentence is divided at its commas,
 * colons and dashes: a part with nothing but numbers counts, unless a part before it names something else,
 * like a topic or another week.
 */
export function periodNumbers(text: string, { kind }: Period): PeriodNumber[] {
  // Emphasis doesn't matter, and blanks keep the offsets.
  const plain = text.replace(/\*\*|__/g, (marks) => ' '.repeat(marks.length));
  return sentencesOf(plain).flatMap((sentence) => {
    const [, covered = kind] = /this\s+(week|month)/i.exec(sentence.text) ?? [];
    if (covered.toLowerCase() !== kind) return [];
    const parts = partsOf(sentence);
    const other = parts.findIndex((part) => !wholePeriod.test(part.text) && isScope(part));
    let isAfterWhole = false;
    return (other < 0 ? parts : parts.slice(0, other)).flatMap((part) => {
      // Who closed 12 issues, the part before says.
      isAfterWhole = wholePeriod.test(part.text) || (isAfterWhole && goesOn.test(part.text));
      return isAfterWhole ? numbersIn(part) : [];
    });
  });
}

interface Part {
  text: string;
  start: number;
}

function sentencesOf(text: string): Part[] {
  // eslint-disable-next-line regexp/no-super-linear-move -- the last sentence matches up to the end
  return [...text.matchAll(/\S[^]*?(?=[.!?](?:\s|$)|$)/g)].map(({ 0: said, index }) => {
    // The end of the sentence before.
    const sentence = said.replace(/^[.!?]\s+/, '');
    return { text: sentence, start: index + said.length - sentence.length };
  });
}

/** A part of a sentence, and the character behind it. */
interface SentencePart extends Part {
  end: string;
}

function partsOf({ text, start }: Part): SentencePart[] {
  return [...text.matchAll(/((?:[^,;:—–]|,(?!\s))+)([,;:—–]?)/g)].map(
    ({ 1: part = '', 2: end = '', index }) => ({
      text: part.trim(),
      start: start + index + part.length - part.trimStart().length,
      end,
    }),
  );
}

/** Whether a part limits those behind it: “In the kernel”, “Last week”, “Core:”. */
function isScope({ text, end }: SentencePart): boolean {
  if (isWhole.test(text)) return false;
  if (end === ':') return !/\b(?:week|month|days|numbers|period|total|summary)\b/i.test(text);
  return /^(?:across|among|at|by|during|for|from|in|of|on|over|since|under|until|with(?:in)?)\b|\b(?:last|previous|so far|since|year)\b/i.test(
    text,
  );
}

function numbersIn({ text, start }: Part): PeriodNumber[] {
  return counted
    .flatMap(({ patterns, ...about }) => {
      const match = patterns.map((pattern) => pattern.exec(text)).find((found) => found !== null);
      return match ? [{ start: start + match.index, said: match[0], ...about }] : [];
    })
    .sort((a, b) => a.start - b.start);
}

const count = '\\d[\\d,]*';
const pulls = '(?:PRs?|pull requests?)';
const were = '(?: (?:was|were|got|have been|has been))?';
const contributions = 'contributions?(?: \\([^()]*\\))?';
const contributors = '(?: individual)? contributors?';

const did = [
  `(?:opened|merged) ${count}(?: new)? ${pulls}`,
  `(?:opened|closed) ${count}(?: new)? issues?`,
].join('|');
const clause = [
  `${count} ${contributions} from ${count}${contributors}`,
  `${count}(?: new)? ${pulls}${were} (?:opened|merged(?: by ${count} (?:people|contributors))?)`,
  `${count}(?: new)? issues?${were} (?:opened|closed)`,
  `${count} (?:opened|merged) ${pulls}`,
  `${count} (?:opened|closed) issues?`,
  `(?:we|contributors|maintainers|the (?:project|team))(?: have| has)? (?:${did})`,
].join('|');
const period = '(?:in |during )?this (?:week|month|period)';
const whole = `${period}|overall|altogether|in (?:all|numbers|short|sum|total)`;
const isWhole = phrase(`^(?:${whole})$`);
const clauses = `(?:there (?:was|were) |with |a total of )?(?:${clause})`;
const more = `(?: (?:and|but) (?:${clauses}|${did}))*(?: (?:${whole}))?\\)?$`;
const wholePeriod = phrase(`^\\(?(?:and |but |so )?(?:(?:${whole}) )?${clauses}${more}`);
const goesOn = phrase(`^(?:and |but )?(?:${did})${more}`);

const counted: readonly (Counted & { patterns: RegExp[] })[] = [
  { field: 'contributions', name: 'contributions', patterns: [before(contributions)] },
  {
    field: 'contributors',
    name: 'contributors',
    patterns: [phrase(`(?<=from )${count}(?=${contributors})`)],
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
    before(`(?:new )?${what}${were} ${done}`),
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
