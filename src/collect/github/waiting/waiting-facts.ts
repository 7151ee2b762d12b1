import * as v from 'valibot';
import type { Period } from '../../../period/period.ts';
import { personKey } from '../../../people/person-key.ts';
import type { Person } from '../../../snapshot/schema.ts';
import { itemNumberValue } from '../../../snapshot/values.ts';
import { mapped, nullable, object, scalar, schemaOf } from '../facts/fact.ts';
import { fragment } from '../facts/fragment.ts';
import { pageOf, type List } from '../facts/list.ts';
import { actor } from '../facts/people.ts';
import { dateTime, identifier } from '../facts/scalars.ts';
import { eventList } from '../facts/timeline.ts';

interface SubmittedReview {
  id: string;
  by: Person;
  at: string;
}

/** The reviews of a pull request, the oldest first; comments on lines belong to one. */
const reviewList: List<SubmittedReview> = {
  field: 'reviews',
  first: 10,
  node: mapped(
    object({
      id: scalar(identifier),
      submittedAt: scalar(v.nullable(dateTime)),
      author: actor,
    }),
    ({ id, submittedAt: at, author: by }) => (at === null ? null : { id, by, at }),
  ),
  key: ({ id }) => id,
};

/** The reviews of a pull request, read until one answers whether it waits. */
export function reviewsUntil(isAnswer: (one: SubmittedReview) => boolean) {
  return { ...reviewList, isLast: (page: readonly SubmittedReview[]) => page.some(isAnswer) };
}

/** Whether a review, before the end, is by a person other than the author. */
export function isReviewOf(author: Person, { end }: Period) {
  return ({ by, at }: SubmittedReview): boolean =>
    at < end && by.type !== 'bot' && personKey(by) !== personKey(author);
}

/** What became of a pull request since the period's end. */
export function laterEventList({ end }: Period) {
  return { ...eventList({ start: end }, 'PullRequest'), first: 20 };
}

function candidateFacts(period: Period) {
  const later = laterEventList(period);
  return {
    id: scalar(identifier),
    number: scalar(itemNumberValue),
    createdAt: scalar(dateTime),
    updatedAt: scalar(dateTime),
    closedAt: scalar(v.nullable(dateTime)),
    isDraft: scalar(v.boolean()),
    author: actor,
    reviews: nullable(pageOf(reviewList, `first: ${reviewList.first}`)),
    later: nullable(pageOf(later, `first: ${later.first}`)),
  };
}

/** A pull request that may have waited for review at the period's end. */
export type WaitingCandidate = v.InferOutput<
  ReturnType<typeof schemaOf<ReturnType<typeof candidateFacts>>>
>;

export function waitingCandidates(period: Period) {
  const facts = candidateFacts(period);
  return fragment('PullRequest', 'Waiting', facts, schemaOf(facts));
}
