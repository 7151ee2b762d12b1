import * as v from 'valibot';

/*
 * The view: everything a template can name. The types, the check of a template's names and the
 * reference in the docs are all made from these schemas.
 */

const described = <T extends v.GenericSchema>(schema: T, description: string) =>
  v.pipe(schema, v.description(description));
const text = (description: string) => described(v.string(), description);
const count = (description: string) => described(v.number(), description);

/** Text that is Markdown already, and safe to be written as it is. */
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
    'As of the period’s end: `open`, `closed`, `merged` or `unknown`.',
  ),
  title: described(v.nullable(v.string()), 'The title; null when it is not known.'),
  url: markdown('Where it is to be read.'),
  label: markdown('`#12`, or `owner/name#12` when it is not of the report’s first repository.'),
});

const creditSchema = v.strictObject({
  name: text('The login, or the name of someone whose login is not known.'),
  login: described(v.nullable(v.string()), 'The login, or null.'),
});

const reasonSchema = v.strictObject({
  section: text('The id of the section.'),
  rule: text('The kind of rule that decided.'),
  evidence: text('What it found.'),
});

export const entrySchema = v.strictObject({
  refs: described(v.array(refSchema), 'The items of the entry; the first is its subject.'),
  text: text('The changelog note of the subject, or its title.'),
  credits: described(
    v.array(creditSchema),
    'The author, then the others by their first act. No bots.',
  ),
  reason: described(v.optional(reasonSchema), 'Why it is in its section (merged entries only).'),
});
const warningSchema = v.strictObject({
  code: text('Stable and machine-readable.'),
  message: text('For the reader.'),
  repository: described(v.optional(v.string()), '`owner/name`, where it is about one.'),
});

const entries = (description: string) => described(v.array(entrySchema), description);

const mergedSectionSchema = v.strictObject({
  id: text('The section’s id.'),
  title: text('The section’s heading.'),
  entries: entries('What was merged, in the order of merging.'),
});

const lastTimeSchema = v.strictObject({
  date: text('The date of that report: `2017-05-01`.'),
  lines: described(v.array(v.string()), 'Its words there, as plain text in short lines.'),
  items: described(
    v.array(
      v.strictObject({
        name: text('`#12`, or `owner/name#12` when it is not of the report’s first repository.'),
        title: described(v.nullable(v.string()), 'The title; null when it is not known.'),
        outcome: described(
          v.picklist(['merged', 'closed', 'unmerged', 'active', 'open', 'reported', 'unseen']),
          '`merged`, `closed`, `unmerged` (a pull request closed without being merged), `active` (still open), `open` (and nothing happened); when the facts lack it, `reported` (that report has it as merged) or `unseen`.',
        ),
      }),
    ),
    'The items it named there, and what became of them until the period’s end.',
  ),
  moreItems: count('How many more it named.'),
});

export const viewSchema = v.strictObject({
  title: text('The report’s title.'),
  date: text('The report’s date in words: `8 May 2017`.'),
  period: described(
    v.strictObject({
      start: text('The first instant.'),
      end: text('The first instant after it.'),
      timezone: text('The IANA timezone.'),
      firstDay: text('`YYYY-MM-DD`'),
      lastDay: text('`YYYY-MM-DD`'),
    }),
    'The half-open window of the report.',
  ),
  cadence: text('`weekly`, `monthly`, or empty for another period.'),
  ordinal: text('Which report of its series it is: `eighth`.'),
  introduction: markdown('The config’s standing introduction.'),
  introductionLastTime: described(
    v.nullable(lastTimeSchema),
    'The introduction of the report before, when it was another one; or null.',
  ),
  closing: described(
    v.array(
      v.strictObject({
        title: text('The heading.'),
        text: markdown('The config’s standing text; may be empty.'),
        lastTime: described(
          v.nullable(lastTimeSchema),
          'The section in the report before, when it said something else; or null.',
        ),
      }),
    ),
    'The sections every report ends with.',
  ),
  repositories: described(
    v.array(v.strictObject({ name: text('`owner/name`'), url: markdown('Where it is.') })),
    'The repositories covered.',
  ),
  merged: described(
    v.array(mergedSectionSchema),
    'Merged pull requests by section, in display order.',
  ),
  closedUnmerged: entries('Pull requests closed without being merged.'),
  closedIssues: entries('Every issue closed inside the period.'),
  active: entries('Still open at the end, with activity inside.'),
  issues: entries('The most active issues that no merged entry names, ranked.'),
  moreIssues: entries('Those below the limit, ranked.'),
  newcomers: described(v.array(creditSchema), 'People whose first pull request was merged.'),
  stats: described(
    v.strictObject({
      contributions: count('Pull requests and issues opened, comments and reviews.'),
      contributors: count('The people who made them, or wrote what was merged.'),
      pullsOpened: count('Pull requests opened.'),
      pullsMerged: count('Pull requests merged.'),
      issuesOpened: count('Issues opened.'),
      issuesClosed: count('Issues closed.'),
    }),
    'Numbers of the period, bots left out of the first two.',
  ),
  excluded: count('How many items the config left out.'),
  source: described(
    v.picklist(['github', 'git', 'sample']),
    'Where the facts come from: `github`, `git` or `sample`.',
  ),
  complete: described(v.boolean(), 'Whether the source gave everything it has.'),
  warnings: described(v.array(warningSchema), 'What is missing or cannot be known: all of it.'),
  missing: described(v.array(warningSchema), 'The warnings that make the report incomplete.'),
  notes: described(
    v.array(warningSchema),
    'The other warnings: what the source cannot know, and choices it made.',
  ),
});

export type Ref = v.InferOutput<typeof refSchema>;
export type Credit = v.InferOutput<typeof creditSchema>;
export type Entry = v.InferOutput<typeof entrySchema>;
export type MergedSection = v.InferOutput<typeof mergedSectionSchema>;
export type LastTime = v.InferOutput<typeof lastTimeSchema>;
export type View = v.InferOutput<typeof viewSchema>;

/** What the report before said where this one repeats itself; closing sections by their titles. */
export interface Previously {
  introduction: LastTime | null;
  closing: ReadonlyMap<string, LastTime>;
}
