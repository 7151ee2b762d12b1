import * as v from 'valibot';
import { mapped, object, scalar, type Fact } from './fact.ts';
import type { ItemType } from './fragment.ts';
import { actor } from './people.ts';
import { dateTime, identifier, longText, shortText } from './scalars.ts';
import { stateReason } from './state-reason.ts';

/** A type of timeline entry: how it is asked for and read. */
export interface EntryType<T> {
  typename: string;
  on: 'both' | 'PullRequest';
  /** The field with the time at which it happened. */
  date: 'createdAt' | 'submittedAt';
  /** Null for an entry that is not public yet. */
  node: Fact<v.GenericSchema<unknown, T | null>>;
}

type EntryOf<Types extends readonly unknown[]> = Types[number] extends infer Type
  ? Type extends EntryType<infer T>
    ? NonNullable<T>
    : never
  : never;

const id = scalar(identifier);
const createdAt = scalar(dateTime);

const comment = {
  typename: 'IssueComment',
  on: 'both',
  date: 'createdAt',
  node: mapped(object({ id, createdAt, author: actor }), ({ id, author, createdAt }) => {
    return { id, did: 'commented' as const, by: author, at: createdAt };
  }),
} as const;

const review = {
  typename: 'PullRequestReview',
  on: 'PullRequest',
  date: 'submittedAt',
  node: mapped(
    object({ id, submittedAt: scalar(v.nullable(dateTime)), author: actor }),
    ({ id, author, submittedAt }) => {
      // A pending review has no such date.
      if (submittedAt === null) return null;
      return { id, did: 'reviewed' as const, by: author, at: submittedAt };
    },
  ),
} as const;

const eventFacts = { id, createdAt, actor };

const forcePush = {
  typename: 'HeadRefForcePushedEvent',
  on: 'PullRequest',
  date: 'createdAt',
  node: mapped(object(eventFacts), ({ id, actor, createdAt }) => {
    return { id, did: 'committed' as const, by: actor, at: createdAt };
  }),
} as const;

/** What people contribute to an item: comments, reviews and pushes. */
export const contributionTypes = [comment, review, forcePush] as const;

export type ContributionEntry = EntryOf<typeof contributionTypes>;

const closing = {
  typename: 'ClosedEvent',
  on: 'both',
  date: 'createdAt',
  node: mapped(
    object({ ...eventFacts, stateReason }),
    ({ id, actor, createdAt, stateReason: reason }) => {
      return { id, by: actor, at: createdAt, event: 'closed' as const, reason };
    },
  ),
} as const;

/** What opens, closes and merges an item. */
export const stateEventTypes = [
  closing,
  event('both', 'ReopenedEvent', 'reopened'),
  event('PullRequest', 'MergedEvent', 'merged'),
] as const;

const renaming = {
  typename: 'RenamedTitleEvent',
  on: 'both',
  date: 'createdAt',
  node: mapped(
    object({ ...eventFacts, previousTitle: scalar(longText) }),
    ({ id, actor, createdAt, previousTitle }) => {
      return { id, by: actor, at: createdAt, event: 'renamed' as const, previousTitle };
    },
  ),
} as const;

/** What makes an item what it is: its state, its title and its labels. */
export const eventTypes = [
  ...stateEventTypes,
  event('PullRequest', 'ConvertToDraftEvent', 'drafted'),
  event('PullRequest', 'ReadyForReviewEvent', 'readied'),
  renaming,
  labelling('LabeledEvent', 'labeled'),
  labelling('UnlabeledEvent', 'unlabeled'),
] as const;

export type ItemEvent = EntryOf<typeof eventTypes>;

/** Whether items of the type have such entries. */
export function isOn({ on }: EntryType<unknown>, type: ItemType): boolean {
  return on === 'both' || on === type;
}

function event<Event extends string>(on: 'both' | 'PullRequest', typename: string, event: Event) {
  const node = mapped(object(eventFacts), ({ id, actor, createdAt }) => {
    return { id, by: actor, at: createdAt, event };
  });
  return { typename, on, date: 'createdAt', node } as const;
}

function labelling<Event extends string>(typename: string, event: Event) {
  const facts = { ...eventFacts, label: object({ name: scalar(shortText) }) };
  const node = mapped(object(facts), ({ id, actor, createdAt, label }) => {
    return { id, by: actor, at: createdAt, event, label: label.name };
  });
  return { typename, on: 'both', date: 'createdAt', node } as const;
}
