import * as v from 'valibot';
import { exclusionRules } from '../categorise/exclude.ts';
import { stateReasons } from '../snapshot/schema.ts';
import { type Knowledge, knowledge, knowledgeNames, sourceNames } from '../snapshot/sources.ts';

/*
 * The view: everything a template can name. The types, the check of names and the reference in the
 * docs come from these schemas.
 */

const described = <T extends v.GenericSchema>(schema: T, description: string) =>
  v.pipe(schema, v.description(description));
const text = (description: string) => described(v.string(), description);
const count = (description: string) => described(v.number(), description);

/** Safe Markdown, written unescaped. */
export interface Markdown {
  readonly markdown: string;
}
const markdown = (description: string) =>
  described(
    v.custom<Markdown>(
      (value) => typeof value === 'object' && value !== null && 'markdown' in value,
    ),
    description,
  );

const refSchema = v.strictObject({
  repository: text('`owner/name`'),
  number: count('The number on GitHub.'),
  kind: described(v.picklist(['pull', 'issue']), '`pull` or `issue`'),
  state: described(
    v.picklist(['open', 'closed', 'merged', 'unknown']),
    'At the end of the period: `open`, `closed`, `merged` or `unknown`.',
  ),
  title: described(v.nullable(v.string()), 'The title, or null when it is unknown.'),
  url: markdown('The item’s address on GitHub.'),
  label: markdown('`#12`, or `owner/name#12` outside the report’s first repository.'),
  base: described(
    v.nullable(v.string()),
    'The branch that a pull request was merged into, or is meant for; null when it is unknown.',
  ),
  draft: described(
    v.nullable(v.boolean()),
    'Whether a pull request was a draft at the end of the period; null when it is unknown.',
  ),
  stateReason: described(
    v.nullable(v.picklist(stateReasons)),
    'Why an issue was closed: `completed`, `not_planned` or `duplicate`, else null.',
  ),
});

const creditSchema = v.strictObject({
  name: text('The login, or the name when the login is unknown.'),
  login: described(v.nullable(v.string()), 'The login, or null.'),
});

const reasonSchema = v.strictObject({
  section: text('The id of the section.'),
  rule: text('The rule that decided: `labels`, `titles`, `paths`…'),
  evidence: text('What the rule matched: a label, a title, a path…'),
});

const relatedSchema = v.strictObject({
  id: text('`owner/name#12`, or `owner/name@` and the hash of a commit without a pull request.'),
  label: text('`#12`, `owner/name#12`, or the short hash of a commit.'),
  reportedOn: described(
    v.nullable(v.string()),
    'The date in words of the earlier report that names it, or null.',
  ),
});

const bumpsSchema = v.strictObject({
  package: text('The name of the package.'),
  from: described(v.nullable(v.string()), 'The first version, or null when it is unknown.'),
  to: described(v.nullable(v.string()), 'The last version, or null when it is unknown.'),
  count: count('How many pull requests it took.'),
});

const directCommitSchema = v.strictObject({
  repository: text('`owner/name`'),
  hash: text('In full.'),
  label: text('The short hash.'),
  url: markdown('The commit’s address on GitHub.'),
  text: text('The subject of its message.'),
  credits: described(v.array(creditSchema), 'The author, then the co-authors. No bots.'),
  creditsNames: described(v.boolean(), 'Whether a credit is a name without a login.'),
  reverts: described(v.array(relatedSchema), 'The pull requests that it takes back.'),
});

const releaseSchema = v.strictObject({
  repository: text('`owner/name`'),
  tag: text('The name of the tag.'),
  name: described(v.nullable(v.string()), 'The title of the release; null for a tag without one.'),
  url: markdown('The release’s address on GitHub.'),
  publishedAt: text('The instant it was published.'),
});

export const entrySchema = v.strictObject({
  refs: described(v.array(refSchema), 'The items of the entry; the first is its subject.'),
  text: text('The changelog note of the subject, or its title.'),
  credits: described(
    v.array(creditSchema),
    'The author, then the others by their first act. No bots.',
  ),
  reason: described(v.optional(reasonSchema), 'Why it is in its section; only in `merged`.'),
  creditsNames: described(
    v.boolean(),
    'Whether a credit is a name without a login, which only commas set apart from the next.',
  ),
  base: described(
    v.nullable(v.string()),
    'The branch that the subject was merged into, if it is not the default branch, else null.',
  ),
  reverts: described(v.array(relatedSchema), 'The pull requests that the subject takes back.'),
  revertedBy: described(v.array(relatedSchema), 'What takes the subject back inside the period.'),
  backports: described(
    v.array(relatedSchema),
    'The pull requests that the subject brings to another branch.',
  ),
  bumps: described(
    v.nullable(bumpsSchema),
    'Of an entry for the dependency bumps of one package, else null.',
  ),
  highlight: described(v.boolean(), 'Whether a label asks for it to come first.'),
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
  moreItems: count('How many more items it named.'),
});

const flag = (description: string) => described(v.boolean(), description);
const knowledgeFlags = Object.fromEntries(
  knowledgeNames.map((name) => [name, flag(knowledge[name])]),
) as Record<Knowledge, ReturnType<typeof flag>>;

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
    }),
    'The time the report covers.',
  ),
  cadence: text('`weekly`, `monthly`, or empty for any other period.'),
  ordinal: text('The report’s number in its series, in words: `eighth`.'),
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
      }),
    ),
    'The repositories covered.',
  ),
  merged: described(
    v.array(mergedSectionSchema),
    'Merged pull requests by section, in display order.',
  ),
  closedUnmerged: entries('Pull requests closed without being merged.'),
  closedIssues: entries('Issues closed in the period, including those in merged entries.'),
  active: entries('Items still open at the end of the period, with activity in it.'),
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
  contributors: described(
    v.array(creditSchema),
    'Everybody whom an entry of merged work credits, in the order of the alphabet.',
  ),
  newcomers: described(
    v.array(creditSchema),
    'People whose first pull request was merged in the period.',
  ),
  stats: described(
    v.strictObject({
      contributions: count('Pull requests and issues opened, comments, and reviews.'),
      contributors: count('People who contributed, or wrote a merged pull request.'),
      pullsOpened: count('Pull requests opened.'),
      pullsMerged: count('Pull requests merged.'),
      issuesOpened: count('Issues opened.'),
      issuesClosed: count('Issues closed.'),
    }),
    'Numbers of the period; the first two leave out bots.',
  ),
  excluded: count('How many items the rules of the config leave out.'),
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

export type Ref = v.InferOutput<typeof refSchema>;
export type Related = v.InferOutput<typeof relatedSchema>;
export type CommitEntry = v.InferOutput<typeof directCommitSchema>;
export type Credit = v.InferOutput<typeof creditSchema>;
export type Entry = v.InferOutput<typeof entrySchema>;
export type MergedSection = v.InferOutput<typeof mergedSectionSchema>;
export type LastTime = v.InferOutput<typeof lastTimeSchema>;
export type View = v.InferOutput<typeof viewSchema>;

/** What the last report said in the parts that every report has. */
export interface LastWords {
  introduction: LastTime | null;
  /** By title. */
  closing: ReadonlyMap<string, LastTime>;
}

/** What earlier reports said. */
export interface Previously extends LastWords {
  /** The date (`2017-05-08`) of the newest that names an item (`owner/name#12`, lower case), or null. */
  reportedOn: (item: string) => string | null;
}

/** What the first report of a series knows of earlier ones. */
export const nothingBefore: Previously = {
  introduction: null,
  closing: new Map(),
  reportedOn: () => null,
};
