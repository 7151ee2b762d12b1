import * as v from 'valibot';
import { type WordKinds, wordsProblem } from '../../placeholder/fill-words.ts';

const days = { date: 'day', start: 'day', end: 'day' } as const;

/** The standing sentences of the layouts: what they are, and which placeholders they have. */
const standing = {
  ordinal: {
    is: 'Which report of the series it is.',
    text: 'The {ordinal} {cadence} development report.',
    kinds: { ordinal: 'text', cadence: 'text', number: 'number', ...days },
  },
  scope: {
    is: 'What the report covers.',
    text: 'This report covers the development in the {repositories} {count:repository|repositories}.',
    kinds: { repositories: 'text', count: 'number', ...days },
  },
  numbers: {
    is: 'The numbers of the period.',
    text:
      'There {contributions:was one contribution|were # contributions} (PRs/Issues/Comments) from {contributors:one individual contributor|# individual contributors}. ' +
      '{pullsOpened:One new PR was|# new PRs were} opened and {pullsMerged:one PR was|# PRs were} merged. ' +
      '{issuesOpened:One new issue was|# new issues were} opened and {issuesClosed:one issue was|# issues were} closed.',
    kinds: {
      contributions: 'number',
      contributors: 'number',
      pullsOpened: 'number',
      pullsMerged: 'number',
      pullsClosed: 'number',
      issuesOpened: 'number',
      issuesClosed: 'number',
    },
  },
  mergedOnly: {
    is: 'The same, where the source knows nothing but merged pull requests, as a local clone.',
    text: '{pullsMerged:One PR was|# PRs were} merged, by {contributors:one person|# people}.',
    kinds: { pullsMerged: 'number', contributors: 'number' },
  },
  published: {
    is: 'When the report appeared, and what it includes.',
    text: 'Published {date:dddd, D MMMM YYYY}, including PRs merged {start:dddd, D MMMM} through {end:dddd, D MMMM}.',
    kinds: { ...days, number: 'number' },
  },
  welcome: {
    is: 'Words for people whose first pull request was merged.',
    text: 'Welcome to {people}, whose first {count:contribution was|contributions were} merged!',
    kinds: { people: 'text', count: 'number' },
  },
  first: {
    is: 'At an entry with a first contribution.',
    text: 'first contribution',
    kinds: {},
  },
  pulls: {
    is: 'How many pull requests a contributor wrote.',
    text: '{count:one pull request|# pull requests}',
    kinds: { count: 'number' },
  },
  reviews: {
    is: 'How much a contributor reviewed.',
    text: '{count:one review|# reviews}',
    kinds: { count: 'number' },
  },
  comments: {
    is: 'How much a contributor commented.',
    text: '{count:one comment|# comments}',
    kinds: { count: 'number' },
  },
  waiting: {
    is: 'Above pull requests that wait for review.',
    text: 'Waiting for review:',
    kinds: {},
  },
  starters: { is: 'Above issues for newcomers.', text: 'Good first issues:', kinds: {} },
  unknown: { is: 'A number that is unknown.', text: 'unknown', kinds: {} },
  hours: { is: 'A time to merge.', text: '{hours} hours', kinds: { hours: 'number' } },
  countedAll: {
    is: 'Below numbers beside those of a period before, where the config leaves something out.',
    text: 'The period before is counted with what this report leaves out.',
    kinds: {},
  },
  mergedBars: {
    is: 'What the bars of the chart are.',
    text: 'Purple bars: pull requests merged.',
    kinds: {},
  },
  openedLine: {
    is: 'What its line of opened pull requests is.',
    text: 'Green line: pull requests opened.',
    kinds: {},
  },
  closedLine: {
    is: 'What its line of closed issues is.',
    text: 'Orange line: issues closed.',
    kinds: {},
  },
  previous: {
    is: 'The link to the report before.',
    text: 'Previous report: {report}.',
    kinds: { report: 'text' },
  },
  reverts: {
    is: 'At an entry that takes others back.',
    text: 'reverts {items}',
    kinds: { items: 'text' },
  },
  revertedBy: {
    is: 'At an entry that others take back.',
    text: 'reverted by {items}',
    kinds: { items: 'text' },
  },
  backport: {
    is: 'At an entry that brings others to another branch.',
    text: 'backport of {items}',
    kinds: { items: 'text' },
  },
  backportTo: {
    is: 'The same, where the branch is known.',
    text: 'backport of {items} to {branch}',
    kinds: { items: 'text', branch: 'text' },
  },
  branch: {
    is: 'At an entry that was merged into another branch.',
    text: 'into {branch}',
    kinds: { branch: 'text' },
  },
  reported: {
    is: 'An item that an earlier report names.',
    text: '{item}, reported on {date}',
    kinds: { item: 'text', date: 'text' },
  },
  bumps: {
    is: 'How often a dependency was bumped.',
    text: '{count:one pull request|# pull requests}',
    kinds: { count: 'number' },
  },
  routine: {
    is: 'The entry of what bots did.',
    text: '{count:one pull request|# pull requests} by {people}',
    kinds: { count: 'number', people: 'text' },
  },
} as const satisfies Record<string, { is: string; text: string; kinds: WordKinds }>;

export type SentenceName = keyof typeof standing;
export const sentenceNames = Object.keys(standing) as SentenceName[];

/** The placeholders that a sentence has. */
export function sentenceKinds(name: SentenceName): WordKinds {
  return standing[name].kinds;
}

/** A sentence as the layouts have it. */
export function sentenceText(name: SentenceName): string {
  return standing[name].text;
}

function sentence(name: SentenceName) {
  const { is, text, kinds } = standing[name];
  const problemOf = (given: string) => wordsProblem(given, kinds);
  return v.pipe(
    v.optional(
      v.pipe(
        v.string(),
        v.check<string, (issue: v.CheckIssue<string>) => string>(
          (given) => problemOf(given) === null,
          ({ input }) => problemOf(input) ?? '',
        ),
      ),
      text,
    ),
    v.description(is),
  );
}

/** `sentences` of the config; an empty one is left out. */
export const sentencesSchema = v.strictObject(
  Object.fromEntries(sentenceNames.map((name) => [name, sentence(name)])) as Record<
    SentenceName,
    ReturnType<typeof sentence>
  >,
);
