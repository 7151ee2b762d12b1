import * as v from 'valibot';
import { amount, described, text } from './described.ts';

/*
 * The numbers of a report. docs/glossary.md defines each of them.
 */

const maybe = (description: string) =>
  described(v.nullable(v.number()), `${description} Null when unknown.`);

const botsSchema = v.strictObject({
  pullsOpened: amount('Pull requests opened by bots.'),
  pullsMerged: amount('Pull requests of bots that were merged.'),
});

const days = {
  firstDay: text('Its first day: `2017-04-24`.'),
  lastDay: text('Its last day: `2017-04-30`.'),
};

/** The counts that are known of earlier periods, too. */
const earlierCounts = {
  pullsOpened: maybe('Pull requests opened.'),
  pullsMerged: maybe('Pull requests merged.'),
  pullsClosed: maybe('Pull requests closed without being merged.'),
  issuesOpened: maybe('Issues opened.'),
  issuesClosed: maybe('Issues closed.'),
};

const earlierSchema = v.strictObject({ ...days, ...earlierCounts });

const previousSchema = v.strictObject({
  ...days,
  contributions: maybe('Pull requests and issues opened, comments, and reviews.'),
  contributors: maybe('People who contributed.'),
  ...earlierCounts,
  bots: described(v.nullable(botsSchema), 'The part of bots. Null when unknown.'),
  hoursToMerge: maybe('The median time to merge, in hours.'),
});

export const statsSchema = v.strictObject({
  contributions: amount('Pull requests and issues opened, comments, and reviews.'),
  contributors: amount('People who contributed, or wrote a merged pull request.'),
  pullsOpened: amount('Pull requests opened.'),
  pullsMerged: amount('Pull requests merged.'),
  pullsClosed: amount('Pull requests closed without being merged.'),
  issuesOpened: amount('Issues opened.'),
  issuesClosed: amount('Issues closed.'),
  bots: described(botsSchema, 'The part of bots in those numbers.'),
  hoursToMerge: maybe(
    'Median of the time from opening to merging, in hours, over merged pull requests of people.',
  ),
  previous: described(
    v.nullable(previousSchema),
    'The period before, or null when it was not counted. It also counts what the config leaves out.',
  ),
  history: described(
    v.array(earlierSchema),
    'The periods before that were counted, from the oldest to `previous`.',
  ),
});

/** What a template needs to draw how the periods went. */
export const chartSchema = v.strictObject({
  days: described(v.array(v.string()), 'The first day of each period, oldest first: `05-01`.'),
  pullsMerged: described(v.array(v.number()), 'Pull requests merged in each.'),
  pullsOpened: described(
    v.array(v.number()),
    'Pull requests opened in each; empty when some are unknown.',
  ),
  issuesClosed: described(
    v.array(v.number()),
    'Issues closed in each; empty when some are unknown.',
  ),
  most: amount('The largest of all these numbers, at least 1.'),
});

export type Stats = v.InferOutput<typeof statsSchema>;
export type OwnStats = Omit<Stats, 'previous' | 'history'>;
export type EarlierStats = v.InferOutput<typeof earlierSchema>;
export type Chart = v.InferOutput<typeof chartSchema>;
