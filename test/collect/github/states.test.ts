import { expect, test } from 'vitest';
import type { EventInput } from '../../github/data/input.ts';
import { collected, issue, pull, second, yearsLater } from './support.ts';

const name = 'acme/app';
const later = '2018-01-01T00:00:00Z';
const latest = '2019-01-01T00:00:00Z';
const event = (type: string, createdAt: string, more: Partial<EventInput> = {}) => {
  return { type, createdAt, ...more };
};
const closed = (at: string, stateReason: NonNullable<EventInput['stateReason']>) =>
  event('ClosedEvent', at, { stateReason });

test('the reason of a closing, as of the end of the period', async () => {
  const comments = [{ createdAt: second(5) }];
  const snapshot = await collected(
    [
      {
        name,
        issues: [
          { number: 1, closedAt: second(9), events: [closed(second(9), 'NOT_PLANNED')] },
          { number: 2, closedAt: second(9), stateReason: 'DUPLICATE' },
          {
            number: 3,
            createdAt: second(1),
            closedAt: latest,
            events: [
              closed(second(9), 'NOT_PLANNED'),
              event('ReopenedEvent', later),
              closed(latest, 'COMPLETED'),
            ],
          },
          {
            number: 4,
            createdAt: second(1),
            comments,
            closedAt: later,
            events: [closed(later, 'NOT_PLANNED')],
          },
          {
            number: 5,
            createdAt: '2015-06-01T00:00:00Z',
            comments,
            closedAt: '2016-01-01T00:00:00Z',
            stateReason: 'NOT_PLANNED',
          },
          {
            number: 6,
            comments,
            events: [closed(second(1), 'NOT_PLANNED'), event('ReopenedEvent', second(2))],
            stateReason: 'REOPENED',
          },
        ],
      },
    ],
    { now: yearsLater },
  );
  const reasons = [1, 2, 3, 4, 5, 6].map((number) => issue(snapshot, number).stateReason);
  expect(reasons).toEqual(['not_planned', 'duplicate', 'not_planned', null, 'not_planned', null]);
});

test('whether a pull request was a draft at the end of the period', async () => {
  const createdAt = second(1);
  const snapshot = await collected(
    [
      {
        name,
        pullRequests: [
          { number: 1, createdAt, isDraft: true },
          { number: 2, createdAt },
          { number: 3, createdAt, events: [event('ReadyForReviewEvent', later)] },
          { number: 4, createdAt, isDraft: true, events: [event('ConvertToDraftEvent', later)] },
          { number: 5, createdAt, events: [event('ReadyForReviewEvent', second(5))] },
          {
            number: 6,
            createdAt,
            mergedAt: latest,
            events: [event('ConvertToDraftEvent', later), event('ReadyForReviewEvent', latest)],
          },
          { number: 7, createdAt, mergedAt: second(9), isDraft: true },
        ],
      },
    ],
    { now: yearsLater },
  );
  const drafts = [1, 2, 3, 4, 5, 6, 7].map((number) => pull(snapshot, number).draft);
  expect(drafts).toEqual([true, false, true, false, false, false, false]);
});
