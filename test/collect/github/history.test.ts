import { describe, expect, test } from 'vitest';
import { savedSource } from '../../../src/collect/saved.ts';
import { compose } from '../../../src/compose/compose.ts';
import type { Snapshot } from '../../../src/snapshot/schema.ts';
import type { RepositoryInput } from '../../github/data/input.ts';
import { failsOn, serverError } from '../../github/failures.ts';
import { config } from '../../support/report.ts';
import { temporaryFolder } from '../../support/folder.ts';
import {
  collected,
  collectFrom,
  operations,
  soonAfter,
  times,
  week,
  withGitHub,
} from './support.ts';

const name = 'acme/app';
const [first, last] = ['2017-04-24T00:00:00Z', '2017-04-30T23:59:59Z'];
const [secondBefore, secondAfter] = ['2017-04-23T23:59:59Z', '2017-05-01T00:00:00Z'];
const longAgo = '2016-01-01T00:00:00Z';

/** An item for each instant around the ends of the week before. */
const around = (item: (at: string) => object) =>
  [secondBefore, first, last, secondAfter].map(item) as RepositoryInput['issues'];

/** Two of each inside the week before, at its ends. */
const edges: RepositoryInput = {
  name,
  pullRequests: [
    ...(around((at) => ({ createdAt: at })) ?? []),
    ...(around((at) => ({ createdAt: longAgo, mergedAt: at })) ?? []),
    ...(around((at) => ({ createdAt: longAgo, closedAt: at })) ?? []),
    {
      createdAt: longAgo,
      events: [
        { type: 'ClosedEvent', createdAt: first },
        { type: 'ReopenedEvent', createdAt: last },
      ],
    },
  ],
  issues: [
    ...(around((at) => ({ createdAt: at })) ?? []),
    ...(around((at) => ({ createdAt: longAgo, closedAt: at })) ?? []),
  ],
};
const two = {
  ...{ pullsOpened: 2, pullsMerged: 2, pullsClosed: 2 },
  ...{ issuesOpened: 2, issuesClosed: 2 },
};
const unknown = {
  ...{ pullsOpened: null, pullsMerged: null, pullsClosed: null },
  ...{ issuesOpened: null, issuesClosed: null },
};

const previous = (snapshot: Snapshot) => compose(snapshot, config(), 0).stats.previous;

describe('the period before', () => {
  test('from its first second to its last', async () => {
    const snapshot = await collected([edges], {}, { earlierPeriods: 1 });
    expect(snapshot).toMatchObject({ complete: true, warnings: [] });
    expect(snapshot.history).toEqual([
      { start: first, end: week.start, repositories: [{ repository: name, ...two }] },
    ]);
    const days = { firstDay: '2017-04-24', lastDay: '2017-04-30' };
    expect(previous(snapshot)).toEqual({
      ...days,
      ...{ contributions: null, contributors: null, bots: null, hoursToMerge: null },
      ...two,
    });
    expect(compose(snapshot, config(), 0).stats.history).toEqual([{ ...days, ...two }]);
  });

  test('in several repositories, one of them renamed since', async () => {
    const others = [{ ...edges, name: 'acme/new', formerNames: ['acme/old'] }];
    await withGitHub([edges, ...others], {}, async (github) => {
      const names = [name, 'acme/old'];
      const snapshot = await collectFrom(github, { earlierPeriods: 1 }, names);
      expect(previous(snapshot)).toMatchObject({ pullsMerged: 4, issuesClosed: 4 });
      const source = savedSource(snapshot, 'it');
      const narrowed = await source.collect(['acme/new'], week, new AbortController().signal);
      expect(previous(narrowed)).toMatchObject({ pullsMerged: 2, issuesClosed: 2 });
    });
  });

  test('is not counted unless it is asked for', async () => {
    const snapshot = await collected([edges]);
    expect(snapshot).not.toHaveProperty('history');
    expect(compose(snapshot, config(), 0).stats).toMatchObject({ previous: null, history: [] });
  });

  test('in repositories of an organisation that were quiet since', async () => {
    const at = '2017-04-26T00:00:00Z';
    const repositories = [
      { name, issues: [{ createdAt: week.start }, { createdAt: at }] },
      { name: 'acme/quiet', pushedAt: at, issues: [{ createdAt: at }] },
      { name: 'acme/dead', pushedAt: longAgo, issues: [{ createdAt: longAgo }] },
    ];
    await withGitHub(repositories, {}, async (github) => {
      const options = { earlierPeriods: 1, organizations: ['acme'] };
      const snapshot = await collectFrom(github, options, []);
      expect(snapshot.repositories).toEqual([name]);
      expect(snapshot.history?.[0]?.repositories.map(({ repository }) => repository)).toEqual([
        name,
        'acme/quiet',
      ]);
      expect(previous(snapshot)).toMatchObject({ issuesOpened: 2, pullsMerged: 0 });
    });
  });
});

describe('a count that fails', () => {
  const broken = failsOn('"issueCount":41', serverError(502, 'json'));
  const opened = times(41).map(() => ({ createdAt: first }));

  test('is unknown, and the report complete', async () => {
    const repository = { ...edges, issues: opened };
    await withGitHub([repository], {}, async (github) => {
      github.fail(broken);
      const snapshot = await collectFrom(github, { earlierPeriods: 1 });
      expect(snapshot).toMatchObject({
        complete: true,
        warnings: [{ code: 'history-unknown', repository: name }],
      });
      expect(previous(snapshot)).toMatchObject({ ...two, issuesOpened: null, issuesClosed: 0 });
    });
  });

  test('of one of several repositories makes their sum unknown', async () => {
    const repository = { name: 'acme/other', issues: opened };
    await withGitHub([edges, repository], {}, async (github) => {
      github.fail(broken);
      const snapshot = await collectFrom(github, { earlierPeriods: 1 });
      expect(previous(snapshot)).toMatchObject({ ...two, issuesOpened: null, issuesClosed: 2 });
    });
  });

  test('is asked for again by the next run, though there is a cache', async () => {
    const repository = { ...edges, issues: opened };
    await withGitHub([repository], { now: '2017-06-01T00:00:00Z' }, async (github) => {
      const cacheFolder = await temporaryFolder();
      const disarm = github.fail(broken);
      const options = { earlierPeriods: 1, cacheFolder };
      expect(previous(await collectFrom(github, options))).toMatchObject({ issuesOpened: null });
      disarm();
      expect(previous(await collectFrom(github, options))).toMatchObject({ issuesOpened: 41 });
      github.log.clear();
      expect(previous(await collectFrom(github, options))).toMatchObject({ issuesOpened: 41 });
      expect(github.log.requests).toEqual([]);
    });
  });

  test('all of them: every number is unknown', async () => {
    await withGitHub([edges], {}, async (github) => {
      github.fail(serverError(502, 'json'), {
        matches: ({ variables }) =>
          Object.values(variables).some((text) => String(text).includes(`${first}..`)),
      });
      const snapshot = await collectFrom(github, { earlierPeriods: 1 });
      expect(snapshot.complete).toBe(true);
      expect(previous(snapshot)).toMatchObject(unknown);
    });
  });
});

describe('what it costs', () => {
  const repositories = (count: number) =>
    times(count).map((n) => ({ name: `acme/app-${n}`, issues: [{ createdAt: week.start }] }));
  const requests = (count: number, earlierPeriods: number) =>
    withGitHub(repositories(count), {}, async (github) => {
      const snapshot = await collectFrom(github, { earlierPeriods });
      return { snapshot, log: github.log.requests.length, counts: operations(github)['Counts'] };
    });

  test.each([
    [1, 1, 0],
    [11, 1, 0],
    [1, 12, 0],
    [60, 1, 3],
  ])('%i repositories, %i periods: %i more requests', async (count, periods, more) => {
    const without = await requests(count, 0);
    const withThem = await requests(count, periods);
    expect(withThem.log - without.log).toBeLessThanOrEqual(more);
    expect(withThem.snapshot.history).toHaveLength(periods);
  });

  test('never more than twenty requests: the last periods, as many as fit', async () => {
    const { snapshot, counts } = await requests(150, 8);
    expect(snapshot.history?.map(({ end }) => end)).toEqual(['2017-04-24T00:00:00Z', week.start]);
    expect(counts).toBeLessThanOrEqual(21);
    expect(snapshot).toMatchObject({
      complete: true,
      warnings: [
        {
          code: 'history-cut',
          message:
            'Of the 8 earlier periods only 2 could be counted: 150 repositories take too many searches.',
        },
      ],
    });
  });
});

test('the trend ends at the first unknown period', async () => {
  const repository = {
    name,
    issues: times(41).map(() => ({ createdAt: '2017-04-12T00:00:00Z' })),
    pullRequests: [
      ...times(3).map(() => ({ createdAt: longAgo, mergedAt: '2017-04-26T00:00:00Z' })),
      ...times(5).map(() => ({ createdAt: longAgo, mergedAt: '2017-05-02T00:00:00Z' })),
      ...times(2).map(() => ({ createdAt: longAgo, mergedAt: '2017-04-11T00:00:00Z' })),
    ],
  };
  const snapshot = await collected([repository], { now: soonAfter }, { earlierPeriods: 3 });
  const { chart } = compose(snapshot, config({ show: ['chart'] }), 0);
  expect(chart).toEqual({
    days: ['04-10', '04-17', '04-24', '05-01'],
    pullsMerged: [2, 0, 3, 5],
    pullsOpened: [0, 0, 0, 0],
    issuesClosed: [0, 0, 0, 0],
    most: 5,
  });
  const [oldest, middle, ...newer] = snapshot.history ?? [];
  if (!oldest || !middle) throw new Error('there are three');
  const repositories = [{ repository: name, ...unknown }];
  const history = [oldest, { ...middle, repositories }, ...newer];
  expect(compose({ ...snapshot, history }, config({ show: ['chart'] }), 0).chart).toMatchObject({
    days: ['04-24', '05-01'],
  });
  expect(compose(snapshot, config(), 0).chart).toBeNull();
});
