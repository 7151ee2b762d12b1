import { describe, expect, test } from 'vitest';
import type { IssueInput, PullRequestInput } from '../../github/data/input.ts';
import { nullNodes } from '../../github/page-failures.ts';
import { collected, issue, numbers, operations, pull, second, withGitHub } from './support.ts';
import { collectFrom, yearsLater } from './support.ts';
import { isThorough } from '../../support/runs.ts';

const name = 'acme/app';
const inside = '2017-05-03T00:00:00Z';
const later = '2018-01-01T00:00:00Z';

async function issueThen(input: IssueInput) {
  const snapshot = await collected([{ name, issues: [{ number: 1, ...input }] }], {
    now: yearsLater,
  });
  return issue(snapshot, 1);
}

async function pullThen(input: PullRequestInput) {
  const snapshot = await collected([{ name, pullRequests: [{ number: 1, ...input }] }], {
    now: yearsLater,
  });
  return pull(snapshot, 1);
}

describe('the state is the one at the end of the period', () => {
  test('closed inside, reopened later', async () => {
    const then = await issueThen({
      createdAt: '2017-01-01T00:00:00Z',
      events: [
        { type: 'ClosedEvent', createdAt: inside },
        { type: 'ReopenedEvent', createdAt: later },
      ],
    });
    expect(then).toMatchObject({ state: 'closed', closedAt: inside });
  });

  test('active inside, closed later', async () => {
    const then = await issueThen({ createdAt: inside, closedAt: later });
    expect(then).toMatchObject({ state: 'open', closedAt: null });
  });

  test('closed and reopened inside, closed for good later', async () => {
    const then = await issueThen({
      createdAt: '2017-01-01T00:00:00Z',
      closedAt: later,
      events: [
        { type: 'ClosedEvent', createdAt: second(1) },
        { type: 'ReopenedEvent', createdAt: second(2) },
      ],
    });
    expect(then).toMatchObject({ state: 'open', closedAt: null });
    expect(then.activity.map(({ did }) => did)).toEqual(['closed', 'reopened']);
  });

  test('closed long before, talked about inside, reopened later', async () => {
    const then = await issueThen({
      createdAt: '2016-01-01T00:00:00Z',
      comments: [{ createdAt: inside }],
      events: [
        { type: 'ClosedEvent', createdAt: '2016-02-01T00:00:00Z' },
        { type: 'ReopenedEvent', createdAt: '2016-03-01T00:00:00Z' },
        { type: 'ClosedEvent', createdAt: '2016-04-01T00:00:00Z' },
        { type: 'ReopenedEvent', createdAt: later },
      ],
    });
    expect(then).toMatchObject({ state: 'closed', closedAt: '2016-04-01T00:00:00Z' });
  });

  test('closed before, and never opened again', async () => {
    const then = await issueThen({
      createdAt: '2016-01-01T00:00:00Z',
      closedAt: '2016-02-01T00:00:00Z',
      comments: [{ createdAt: inside }],
    });
    expect(then).toMatchObject({ state: 'closed', closedAt: '2016-02-01T00:00:00Z' });
  });

  test('merged later: open, without a merger', async () => {
    const then = await pullThen({ createdAt: inside, mergedAt: later, mergedBy: 'ada' });
    expect(then).toMatchObject({
      state: 'open',
      closedAt: null,
      mergedAt: null,
      mergedBy: null,
      mergeCommit: null,
      firstByAuthor: null,
    });
  });

  test('closed inside, reopened and merged later', async () => {
    const then = await pullThen({
      createdAt: '2017-01-01T00:00:00Z',
      mergedAt: later,
      events: [
        { type: 'ClosedEvent', createdAt: inside },
        { type: 'ReopenedEvent', createdAt: '2017-06-01T00:00:00Z' },
      ],
    });
    expect(then).toMatchObject({ state: 'closed', closedAt: inside, mergedAt: null });
    expect(then.activity.map(({ did }) => did)).toEqual(['closed']);
  });

  test('a merge is not also a closing', async () => {
    const then = await pullThen({
      createdAt: second(1),
      mergedAt: second(4),
      mergedBy: null,
      events: [
        { type: 'ClosedEvent', createdAt: second(2), actor: 'ada' },
        { type: 'ReopenedEvent', createdAt: second(3), actor: 'ada' },
      ],
    });
    expect(then.activity.map(({ did }) => did)).toEqual(['opened', 'closed', 'reopened', 'merged']);
    expect(then.mergedBy).toEqual({ login: 'ghost', type: 'ghost' });
  });
});

test('title and labels are those at the end of the period', async () => {
  const then = await issueThen({
    title: 'Today',
    createdAt: inside,
    labels: ['kept', 'new', 'back'],
    events: [
      {
        type: 'RenamedTitleEvent',
        createdAt: second(300_000),
        previousTitle: 'A',
        currentTitle: 'Then',
      },
      { type: 'RenamedTitleEvent', createdAt: later, previousTitle: 'Then', currentTitle: 'B' },
      { type: 'RenamedTitleEvent', createdAt: later, previousTitle: 'B', currentTitle: 'Today' },
      { type: 'LabeledEvent', createdAt: later, label: 'new' },
      { type: 'UnlabeledEvent', createdAt: later, label: 'gone' },
      { type: 'UnlabeledEvent', createdAt: later, label: 'back' },
      { type: 'LabeledEvent', createdAt: yearsLater, label: 'back' },
    ],
  });
  expect(then.title).toBe('Then');
  expect(then.labels.toSorted()).toEqual(['back', 'gone', 'kept']);
});

test('stops reading a long conversation at the period’s end', async () => {
  const comments = Array.from({ length: 1_000 }, (_, n) => ({ createdAt: second(n * 10_000) }));
  await withGitHub(
    [{ name, issues: [{ number: 1, createdAt: '2016-01-01T00:00:00Z', comments }] }],
    { now: yearsLater },
    async (github) => {
      const snapshot = await collectFrom(github);
      expect(issue(snapshot, 1).activity).toHaveLength(61);
      // A page that ends after the period, and one that lies after it.
      expect(operations(github)['Lists']).toBe(2);
    },
  );
});

test.runIf(isThorough)(
  'has only what was active inside, though everything was updated later',
  async () => {
    const old = (number: number): IssueInput => ({
      number,
      createdAt: `2016-0${1 + (number % 9)}-01T00:00:00Z`,
      comments: [
        ...(number % 50 === 0 ? [{ createdAt: inside }] : []),
        { createdAt: `2019-01-01T00:${String(number % 60).padStart(2, '0')}:00Z` },
      ],
    });
    const pullRequests: PullRequestInput[] = Array.from({ length: 400 }, (_, index) => ({
      number: 2_001 + index,
      createdAt: '2016-01-01T00:00:00Z',
      ...(index % 100 === 0 && { reviews: [{ submittedAt: inside }] }),
      ...(index % 100 === 1 && { commits: [{ committedDate: inside }] }),
      ...(index % 100 === 2 && { mergedAt: inside }),
      ...(index % 100 === 3 && {
        events: [{ type: 'ReopenedEvent', createdAt: inside }],
        closedAt: later,
      }),
      comments: [{ createdAt: later }],
    }));
    const issues = Array.from({ length: 1_500 }, (_, index) => old(index + 1));
    await withGitHub([{ name, issues, pullRequests }], { now: yearsLater }, async (github) => {
      const snapshot = await collectFrom(github);
      expect(numbers(snapshot.issues)).toEqual(Array.from({ length: 30 }, (_, n) => 50 * (n + 1)));
      const active = numbers(snapshot.pullRequests).map((number) => (number - 2_001) % 100);
      expect(active).toEqual([0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3]);
      expect(snapshot).toMatchObject({ complete: true, warnings: [] });
      expect(operations(github)).toHaveProperty('Checks');

      // An unclear check counts as active, and the facts decide.
      for (const connection of ['Issue.timelineItems', 'PullRequest.timelineItems']) {
        const disarm = github.fail(nullNodes(connection, true), {
          matches: ({ query }) => query.startsWith('query Checks'),
        });
        expect({ ...(await collectFrom(github)), collected: null }).toEqual({
          ...snapshot,
          collected: null,
        });
        disarm();
      }
    });
  },
);

test.each([3, 30])('finds a commit inside, among %i out of order', async (count) => {
  const before = '2017-04-01T00:00:00Z';
  const committed = (committedDate: string) => ({ committedDate });
  const commits = Array.from({ length: count }, () => committed('2017-03-30T00:00:00Z'));
  commits[1] = committed(inside);
  commits[count - 1] = committed('2017-03-29T00:00:00Z');
  const touched = { createdAt: before, updatedAt: later };
  const others = Array.from({ length: 400 }, (_, n) => ({ number: 10 + n, ...touched }));
  const pullRequests = [{ number: 1, ...touched, commits }, ...others];
  await withGitHub([{ name, pullRequests }], { now: yearsLater }, async (github) => {
    const snapshot = await collectFrom(github);
    expect(operations(github)).toHaveProperty('Checks');
    expect(numbers(snapshot.pullRequests)).toEqual([1]);
  });
});
