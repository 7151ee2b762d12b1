import * as v from 'valibot';
import type { Person } from '../../../snapshot/schema.ts';
import { instant, person, personFields } from './people.ts';

/** Something a person did in public. */
export interface Deed {
  id: string;
  did: 'commented' | 'reviewed' | 'committed';
  by: Person;
  at: string;
}

/** Something that made the item what it is today. */
export type Change = { id: string; by: Person; at: string } & (
  | { is: 'closed' | 'reopened' | 'merged' }
  | { is: 'renamed'; previousTitle: string }
  | { is: 'labeled' | 'unlabeled'; label: string }
);

/** A type of timeline entry: how it is asked for and read. */
export interface EntryType<T> {
  typename: string;
  /** Its value of `itemTypes`. */
  itemType: string;
  on: 'both' | 'PullRequest';
  /** The field that says when it happened. */
  date: 'createdAt' | 'submittedAt';
  fields: string;
  /** Null: nobody's business. */
  node: v.GenericSchema<unknown, T | null>;
}

const event = { date: 'createdAt', fields: `id createdAt actor ${personFields}` } as const;
const eventEntries = { id: v.string(), createdAt: instant, actor: person };

export const deedTypes: EntryType<Deed>[] = [
  {
    typename: 'IssueComment',
    itemType: 'ISSUE_COMMENT',
    on: 'both',
    date: 'createdAt',
    fields: `id createdAt author ${personFields}`,
    node: v.pipe(
      v.object({ id: v.string(), createdAt: instant, author: person }),
      v.transform(({ id, author, createdAt }): Deed => {
        return { id, did: 'commented', by: author, at: createdAt };
      }),
    ),
  },
  {
    typename: 'PullRequestReview',
    itemType: 'PULL_REQUEST_REVIEW',
    on: 'PullRequest',
    date: 'submittedAt',
    fields: `id submittedAt author ${personFields}`,
    node: v.pipe(
      v.object({ id: v.string(), submittedAt: v.nullable(instant), author: person }),
      v.transform(({ id, author, submittedAt }): Deed | null => {
        // A pending one is not submitted yet.
        return submittedAt === null ? null : { id, did: 'reviewed', by: author, at: submittedAt };
      }),
    ),
  },
  {
    typename: 'HeadRefForcePushedEvent',
    itemType: 'HEAD_REF_FORCE_PUSHED_EVENT',
    on: 'PullRequest',
    ...event,
    node: v.pipe(
      v.object(eventEntries),
      v.transform(({ id, actor, createdAt }): Deed => {
        return { id, did: 'committed', by: actor, at: createdAt };
      }),
    ),
  },
];

/** What opens, closes and merges. */
export const stateTypes: EntryType<Change>[] = [
  turn('ClosedEvent', 'CLOSED_EVENT', 'closed'),
  turn('ReopenedEvent', 'REOPENED_EVENT', 'reopened'),
  { ...turn('MergedEvent', 'MERGED_EVENT', 'merged'), on: 'PullRequest' },
];

export const changeTypes: EntryType<Change>[] = [
  ...stateTypes,
  {
    typename: 'RenamedTitleEvent',
    itemType: 'RENAMED_TITLE_EVENT',
    on: 'both',
    date: 'createdAt',
    fields: `${event.fields} previousTitle`,
    node: v.pipe(
      v.object({ ...eventEntries, previousTitle: v.string() }),
      v.transform(({ id, actor, createdAt, previousTitle }): Change => {
        return { id, by: actor, at: createdAt, is: 'renamed', previousTitle };
      }),
    ),
  },
  labelling('LabeledEvent', 'LABELED_EVENT', 'labeled'),
  labelling('UnlabeledEvent', 'UNLABELED_EVENT', 'unlabeled'),
];

function turn(
  typename: string,
  itemType: string,
  is: 'closed' | 'reopened' | 'merged',
): EntryType<Change> {
  const node = v.pipe(
    v.object(eventEntries),
    v.transform(({ id, actor, createdAt }): Change => ({ id, by: actor, at: createdAt, is })),
  );
  return { typename, itemType, on: 'both', ...event, node };
}

function labelling(
  typename: string,
  itemType: string,
  is: 'labeled' | 'unlabeled',
): EntryType<Change> {
  const node = v.pipe(
    v.object({ ...eventEntries, label: v.object({ name: v.string() }) }),
    v.transform(({ id, actor, createdAt, label }): Change => {
      return { id, by: actor, at: createdAt, is, label: label.name };
    }),
  );
  const fields = `${event.fields} label { name }`;
  return { typename, itemType, on: 'both', date: 'createdAt', fields, node };
}
