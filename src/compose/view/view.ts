import * as v from 'valibot';
import { exclusionRules } from '../../categorise/exclude.ts';
import { type Knowledge, knowledge, knowledgeNames, sourceNames } from '../../snapshot/sources.ts';
import {
  type HeadingName,
  headingOptions,
  headingsSchema,
} from '../../config/schema/headings-schema.ts';
import {
  type SentenceName,
  sentenceNames,
  sentencesSchema,
} from '../../config/schema/sentences-schema.ts';
import { amount, described, markdown, text } from './described.ts';
import { creditSchema, directCommitSchema, entrySchema, refSchema } from './entry-schema.ts';
import { chartSchema, statsSchema } from './stats-schema.ts';

/*
 * The view: everything a template can name. The types, the check of names and the reference in the
 * docs come from these schemas.
 */

const releaseSchema = v.strictObject({
  repository: text('`owner/name`'),
  tag: text('The name of the tag.'),
  name: described(v.nullable(v.string()), 'The title of the release; null for a tag without one.'),
  url: markdown('The release’s address on GitHub.'),
  publishedAt: text('The instant it was published.'),
  pulls: described(
    v.nullable(v.array(refSchema)),
    'The pull requests merged in the period that it is the first to contain; null when they are unknown.',
  ),
});

const warningSchema = v.strictObject({
  code: text('A stable identifier, for programs.'),
  message: text('The text, for readers.'),
  repository: described(v.optional(v.string()), 'The `owner/name` it is about, if any.'),
});

const entries = (description: string) => described(v.array(entrySchema), description);

const mergedSectionSchema = v.strictObject({
  id: text('The section’s id.'),
  title: text('The section’s heading.'),
  entries: entries('The merged pull requests, in the order of merging.'),
});

const lastTimeSchema = v.strictObject({
  date: text('The date of that report: `2017-05-01`.'),
  lines: described(v.array(v.string()), 'Its text there, in short lines of plain text.'),
  items: described(
    v.array(
      v.strictObject({
        name: text('`#12`, or `owner/name#12` outside the report’s first repository.'),
        title: described(v.nullable(v.string()), 'The title, or null when it is unknown.'),
        outcome: described(
          v.picklist([
            ...(['merged', 'closed', 'not-planned', 'duplicate', 'unmerged'] as const),
            ...(['active', 'open', 'reported', 'unseen'] as const),
          ]),
          '`merged`, `closed`, `not-planned` or `duplicate` (an issue closed as such), `unmerged` (a pull request closed without being merged), `active` (open, with activity), `open` (without); when the facts lack the item, `reported` (among that report’s merged work) or `unseen`.',
        ),
      }),
    ),
    'The items it named there, and their outcome at the end of this period.',
  ),
  moreItems: amount('How many more items it named.'),
});

const contributorSchema = v.strictObject({
  ...creditSchema.entries,
  pulls: amount('Merged pull requests that they wrote, alone or with others.'),
  reviews: amount('Reviews by them.'),
  comments: amount('Comments by them.'),
});

const newcomerSchema = v.strictObject({
  ...creditSchema.entries,
  refs: described(v.array(refSchema), 'Their pull requests that were merged first.'),
});

const reportBesideSchema = v.strictObject({
  title: text('Its title, or its path where it has none.'),
  date: text('The date in its name, else the last day of its period: `2017-05-01`; may be empty.'),
  number: amount('Its number in the series.'),
  url: markdown('Its path from the folder of this report.'),
});

const flag = (description: string) => described(v.boolean(), description);
const sentenceEntries = Object.fromEntries(
  sentenceNames.map((name) => [
    name,
    markdown(v.getDescription(sentencesSchema.entries[name]) ?? ''),
  ]),
) as Record<SentenceName, ReturnType<typeof markdown>>;
const headingSchema = (name: HeadingName) =>
  described(v.nullable(markdown('')), v.getDescription(headingsSchema.entries[name]) ?? '');
const headingEntries = Object.fromEntries(
  headingOptions.map((name) => [name, headingSchema(name)]),
) as Record<HeadingName, ReturnType<typeof headingSchema>>;
const knowledgeFlags = Object.fromEntries(
  knowledgeNames.map((name) => [name, flag(knowledge[name])]),
) as Record<Knowledge, ReturnType<typeof flag>>;

const shownFlags = {
  contributors: flag('Everybody who is credited.'),
  helpWanted: flag('Pull requests that wait for review, and issues for newcomers.'),
  statistics: flag('The numbers, with those of the period before.'),
  chart: flag('The chart of the last periods.'),
};

export const viewSchema = v.strictObject({
  title: text('The report’s title.'),
  date: text('The report’s date in words: `8 May 2017`.'),
  period: described(
    v.strictObject({
      start: text('The first instant: `2017-05-01T00:00:00Z`.'),
      end: text('The first instant after the period.'),
      timezone: text('An IANA name: `Europe/London`.'),
      firstDay: text('`2017-05-01`'),
      lastDay: text('`2017-05-07`'),
      date: text('The report’s own date: `2017-05-08`.'),
    }),
    'The time the report covers.',
  ),
  headings: described(
    v.strictObject(headingEntries),
    'Headings of the config, each null where the layout has its own: `{{heading headings.merged "## PRs merged"}}`.',
  ),
  sentences: described(
    v.strictObject(sentenceEntries),
    'Standing sentences with placeholders, for `{{sentence sentences.scope …}}`; empty where the config wants none.',
  ),
  frontMatter: described(
    v.record(v.string(), v.unknown()),
    'The front matter of the config, filled in; a report begins with it by itself.',
  ),
  cadence: text('`weekly`, `monthly`, or empty for any other period.'),
  number: amount('The report’s number in its series.'),
  ordinal: text('The same in words: `eighth`.'),
  previous: described(
    v.nullable(reportBesideSchema),
    'The report before this one in its series, or null.',
  ),
  next: described(v.nullable(reportBesideSchema), 'The report after this one, or null.'),
  introduction: markdown('The introduction from the config.'),
  introductionLastTime: described(
    v.nullable(lastTimeSchema),
    'The introduction of the last report, if it was different, else null.',
  ),
  closing: described(
    v.array(
      v.strictObject({
        title: text('The heading.'),
        text: markdown('The text from the config; may be empty.'),
        lastTime: described(
          v.nullable(lastTimeSchema),
          'The section in the last report, if its text was different, else null.',
        ),
      }),
    ),
    'The sections that every report ends with.',
  ),
  repositories: described(
    v.array(
      v.strictObject({
        name: text('`owner/name`'),
        url: markdown('The repository’s address on GitHub.'),
        short: text('`name`, or `owner/name` where two have the same name.'),
      }),
    ),
    'The repositories covered.',
  ),
  merged: described(
    v.array(mergedSectionSchema),
    'Merged pull requests by section, in display order.',
  ),
  entries: entries('All entries of merged work, in the order of their sections.'),
  closedUnmerged: entries(
    'Pull requests closed without being merged, by repository and number, as in the next two.',
  ),
  closedIssues: entries('Issues closed in the period, including those in merged entries.'),
  active: entries('Items still open at the end of the period, with activity in it.'),
  ongoing: entries('The same, without those that an entry of merged work names.'),
  issues: entries('The most active issues outside of merged entries, most people first.'),
  moreIssues: entries('The other active issues, beyond `limits.issues` of the config.'),
  highlights: entries(
    'The entries that a label asks to come first; they are in their sections too.',
  ),
  leftOut: described(
    v.array(
      v.strictObject({
        label: text('`#12`, `owner/name#12`, or the short hash of a commit.'),
        text: text('The title.'),
        url: markdown('The address on GitHub.'),
        rule: described(
          v.picklist(exclusionRules),
          'Why: `mark` (a label), `changelog` (a line `changelog skip`), `reverts` (a revert in the same period) or `rollup` (it only merged others).',
        ),
        evidence: text('The label, the line, or the other items: `#12, #13`.'),
      }),
    ),
    'What is left out item by item; `excluded` counts the rest.',
  ),
  commits: described(
    v.array(directCommitSchema),
    'Commits to the default branch without a pull request, oldest first.',
  ),
  listsCommits: described(v.boolean(), 'Whether the config asks for entries for these commits.'),
  releases: described(v.array(releaseSchema), 'Releases and tags of the period, oldest first.'),
  helpWanted: described(
    v.strictObject({
      pulls: entries('Open pull requests that wait longest for review, the oldest first.'),
      issues: entries('Active issues with a label for newcomers, the most active first.'),
    }),
    'What needs help; empty unless the config’s `show` has `help-wanted`.',
  ),
  contributors: described(
    v.array(contributorSchema),
    'Everybody whom an entry of merged work credits, in the order of the alphabet.',
  ),
  newcomers: described(
    v.array(newcomerSchema),
    'People whose first pull request was merged in the period.',
  ),
  stats: described(statsSchema, 'Numbers of the period; the first two leave out bots.'),
  shows: described(
    v.strictObject(shownFlags),
    'The parts of a report on request, each true if the config’s `show` has it.',
  ),
  chart: described(
    v.nullable(chartSchema),
    'This period and those before it in numbers. Null unless asked for, and two periods are known.',
  ),
  excluded: amount('How many items the rules of the config leave out.'),
  locale: text('The language of dates and plural forms: `en`.'),
  codeSpans: described(v.boolean(), 'Whether text between balanced backticks is code.'),
  source: described(
    v.picklist(sourceNames),
    `Where the facts come from: ${sourceNames.map((name) => `\`${name}\``).join(', ')}.`,
  ),
  sourceTitle: text('The source in words, as in “facts from `a local clone`”.'),
  knows: described(v.strictObject(knowledgeFlags), 'What the source can know, each true or false.'),
  complete: described(v.boolean(), 'Whether the source gave everything it has for the period.'),
  warnings: described(v.array(warningSchema), 'All warnings: `missing` and `notes`.'),
  missing: described(v.array(warningSchema), 'The warnings that make the report incomplete.'),
  notes: described(
    v.array(warningSchema),
    'The other warnings: what the source cannot know, and the choices it made.',
  ),
});

export type MergedSection = v.InferOutput<typeof mergedSectionSchema>;
export type Contributor = v.InferOutput<typeof contributorSchema>;
export type ReportBeside = v.InferOutput<typeof reportBesideSchema>;
export type LastTime = v.InferOutput<typeof lastTimeSchema>;
export type View = v.InferOutput<typeof viewSchema>;
