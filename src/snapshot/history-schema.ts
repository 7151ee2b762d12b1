import * as v from 'valibot';
import { countValue, END_EXPECTED, instantValue, repositoryNameValue } from './values.ts';

/** What is counted in each period. Everything in the repository counts, whatever a report shows. */
const countEntries = {
  pullsOpened: v.nullable(countValue),
  pullsMerged: v.nullable(countValue),
  /** Closed without being merged. */
  pullsClosed: v.nullable(countValue),
  issuesOpened: v.nullable(countValue),
  issuesClosed: v.nullable(countValue),
};

/** A period before that of the snapshot: numbers alone, null where they are unknown. */
export const earlierPeriodSchema = v.pipe(
  v.strictObject({
    start: instantValue,
    end: instantValue,
    repositories: v.array(v.strictObject({ repository: repositoryNameValue, ...countEntries })),
  }),
  v.forward(
    v.check(({ start, end }) => start < end, END_EXPECTED),
    ['end'],
  ),
);

export type EarlierPeriod = v.InferOutput<typeof earlierPeriodSchema>;
export type CountName = keyof typeof countEntries;
export type PeriodCounts = Record<CountName, number | null>;

export const countNames = Object.keys(countEntries) as CountName[];

export const unknownCounts = Object.fromEntries(
  countNames.map((name) => [name, null]),
) as PeriodCounts;
