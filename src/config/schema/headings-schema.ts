import * as v from 'valibot';

const heading = (description: string) =>
  v.pipe(v.optional(v.nullable(v.string()), null), v.description(description));

/** The headings of the layouts, and the words for nothing. Null for those of the layout. */
export const headingsSchema = v.strictObject({
  title: heading(
    'Instead of the report’s title; empty where the page shows that of the front matter.',
  ),
  merged: heading('Of merged work.'),
  issues: heading('Of the most active issues.'),
  closed: heading('Of closed issues.'),
  active: heading('Of what is still open, and was active.'),
  commits: heading('Of commits without a pull request.'),
  releases: heading('Of releases and tags.'),
  highlights: heading('Of what a label asks to come first.'),
  newcomers: heading('Of people whose first pull request was merged.'),
  contributors: heading('Of everybody credited, where `show` has `contributors`.'),
  helpWanted: heading('Of what waits for help, where `show` has `help-wanted`.'),
  statistics: heading('Of the numbers, where `show` has `statistics` or `chart`.'),
  thisPeriod: heading('Of the column of numbers of this period.'),
  periodBefore: heading('Of the column of the period before.'),
  pullsMerged: heading('Of that number, as of the next ones.'),
  byBots: heading('Of what bots did of it.'),
  pullsOpened: heading('Of that number.'),
  pullsClosed: heading('Of pull requests closed without being merged.'),
  issuesOpened: heading('Of that number.'),
  issuesClosed: heading('Of that number.'),
  timeToMerge: heading('Of the median time to merge.'),
  none: heading('What stands below a heading without entries.'),
});

export type HeadingName = keyof typeof headingsSchema.entries;
export const headingOptions = Object.keys(headingsSchema.entries) as HeadingName[];
