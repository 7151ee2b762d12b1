import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { ask, askAll } from './ask.ts';
import { dataSet } from './data/data-set.ts';
import type { IssueInput, PullRequestInput } from './data/input.ts';
import { toInstant } from './data/times.ts';
import { Search } from './search.ts';
import { startGitHub, type GitHub, type GitHubOptions } from './server.ts';
import { runs } from '../support/runs.ts';

let github: GitHub;
afterEach(() => github.close());

const query = `query ($q: String!, $after: String, $first: Int = 100) {
  list: search(type: ISSUE, query: $q, first: $first, after: $after) {
    issueCount
    pageInfo { hasNextPage endCursor }
    nodes { ... on PullRequest { number } ... on Issue { number } }
  }
}`;

async function start(
  items: { pullRequests?: PullRequestInput[]; issues?: IssueInput[] },
  options: Partial<GitHubOptions> = {},
) {
  github = await startGitHub({
    data: dataSet({ repositories: [{ name: 'acme/app', ...items }] }),
    ...options,
  });
}

async function numbers(q: string): Promise<number[]> {
  const nodes = await askAll<{ number: number }>(github, query, { q });
  return nodes.map(({ number }) => number);
}

const at = (day: number, time = '12:00:00') => `2017-05-${String(day).padStart(2, '0')}T${time}Z`;

test.each([
  ['merged:2017-05-02..2017-05-03', [2, 3, 4]],
  ['merged:2017-05-02T00:00:00Z..2017-05-03T00:00:00Z', [2, 3]],
  ['merged:2017-05-02T00:00:00Z..2017-05-02T23:59:59Z', [2]],
  ['merged:2017-05-03T01:00:00+01:00..2017-05-03T02:00:00+02:00', [3]],
  ['merged:2017-05-03', [3, 4]],
  ['merged:>=2017-05-03', [3, 4, 5]],
  ['merged:>=2017-05-03T00:00:01Z', [4, 5]],
  ['merged:>2017-05-03', [5]],
  ['merged:>2017-05-03T00:00:00Z', [4, 5]],
  ['merged:<2017-05-03', [1, 2]],
  ['merged:<2017-05-03T00:00:00Z', [1, 2]],
  ['merged:<=2017-05-03T00:00:00Z', [1, 2, 3]],
  ['merged:<=2017-05-03', [1, 2, 3, 4]],
  ['merged:*..2017-05-01', [1]],
  ['merged:2017-05-04..*', [5]],
])('%s', async (qualifier, expected) => {
  await start({
    pullRequests: [
      at(1),
      at(2, '23:59:59'),
      at(3, '00:00:00'),
      at(3, '23:59:59'),
      at(4, '00:00:00'),
    ].map((mergedAt) => ({ createdAt: '2017-04-01T00:00:00Z', mergedAt })),
  });
  expect(await numbers(`repo:acme/app is:pr ${qualifier} sort:created-asc`)).toEqual(expected);
});

test.each([
  ['is:pr', [1, 2, 3]],
  ['is:issue', [4, 5]],
  ['is:pr is:open', [1]],
  ['is:pr is:closed', [2, 3]],
  ['is:pr is:merged', [3]],
  ['is:pr is:unmerged', [1, 2]],
  ['is:pr is:unmerged is:closed', [2]],
  ['is:issue state:closed', [5]],
  ['is:pr author:ada', [1]],
  ['is:pr author:app/renovate', [3]],
  ['is:pr author:renovate', []],
  ['is:pr -author:ada', [2, 3]],
  ['is:issue label:"good first issue"', [4]],
  ['is:issue label:BUG,docs', [5]],
  ['is:issue -label:bug', [4]],
  ['is:pr updated:>=2018-01-01', [2]],
  ['is:pr closed:2017-05-01..2017-05-02', [2]],
  ['is:pr created:<2017-05-01', [1]],
  ['is:pr archived:true', []],
  ['is:pr archived:false', [1, 2, 3]],
  ['is:pr base:stable', [1]],
])('%s', async (qualifiers, expected) => {
  await start({
    pullRequests: [
      { number: 1, author: 'ada', createdAt: '2017-04-01T00:00:00Z', baseRefName: 'stable' },
      {
        number: 2,
        author: null,
        createdAt: at(1),
        closedAt: at(2),
        comments: [{ createdAt: '2018-01-01T00:00:00Z' }],
      },
      { number: 3, author: 'renovate[bot]', createdAt: at(2), mergedAt: at(3) },
    ],
    issues: [
      { number: 4, createdAt: at(1), labels: ['good first issue'] },
      { number: 5, createdAt: at(2), closedAt: at(3), labels: ['bug'] },
    ],
  });
  expect(await numbers(`repo:acme/app ${qualifiers} sort:created-asc`)).toEqual(expected);
});

test('sorts go by creation or update, either way', async () => {
  await start({
    issues: [
      { number: 1, createdAt: at(1), comments: [{ createdAt: at(20) }] },
      { number: 2, createdAt: at(2), comments: [{ createdAt: at(10) }] },
      { number: 3, createdAt: at(3) },
    ],
  });
  const sorted = (sort: string) => numbers(`repo:acme/app is:issue sort:${sort}`);
  expect(await sorted('created-asc')).toEqual([1, 2, 3]);
  expect(await sorted('created-desc')).toEqual([3, 2, 1]);
  expect(await sorted('updated-asc')).toEqual([3, 2, 1]);
  expect(await sorted('updated-desc')).toEqual([1, 2, 3]);
});

const many = Array.from({ length: 1_205 }, (_, index) => ({ number: index + 1, createdAt: at(1) }));

test('a search silently ends at 1,000 results, but its count is right', async () => {
  await start({ issues: many });
  const q = 'repo:acme/app is:issue sort:created-asc';
  expect(await numbers(q)).toEqual(many.slice(0, 1_000).map(({ number }) => number));
  expect((await ask(github, query, { q, first: 1 })).data).toMatchObject({
    list: { issueCount: 1_205 },
  });
  expect(github.log.requests).toHaveLength(11);
});

test('without a sort pages overlap and drop items, the same way every time', async () => {
  await start({ issues: many.slice(0, 300) });
  const found = await numbers('repo:acme/app is:issue');
  expect(found).toHaveLength(300);
  expect(new Set(found).size).toBeLessThan(300);
  expect(await numbers('repo:acme/app is:issue')).toEqual(found);
});

test('the index lags', async () => {
  await start(
    {
      issues: [
        { number: 1, createdAt: at(1) },
        { number: 2, createdAt: at(2, '11:00:00') },
      ],
    },
    { now: at(2), indexLag: 7_200 },
  );
  expect(await numbers('repo:acme/app is:issue')).toEqual([1]);
  github.now = at(2, '13:00:00');
  expect(await numbers('repo:acme/app is:issue sort:created-asc')).toEqual([1, 2]);
});

test('invisible repositories and former names are silently dropped', async () => {
  const issues = [{ createdAt: at(1) }];
  github = await startGitHub({
    data: dataSet({
      repositories: [
        { name: 'acme/app', formerNames: ['acme/old'], issues },
        { name: 'acme/gone', access: 'missing', issues },
        { name: 'acme/locked', access: 'saml', issues },
        { name: 'acme/quiet', hasIssuesEnabled: false, issues },
        { name: 'other/tool', issues: [{ number: 9, createdAt: at(1) }] },
      ],
    }),
  });
  for (const gone of ['old', 'gone', 'locked', 'quiet']) {
    expect(await numbers(`repo:acme/${gone} is:issue`)).toEqual([]);
  }
  expect(await numbers('org:acme is:issue')).toEqual([1]);
  expect(await numbers('repo:acme/gone repo:other/tool is:issue')).toEqual([9]);
});

test.each([
  'repo:acme/app is:pr involves:ada',
  'repo:acme/app is:pr free text',
  'repo:acme/app is:pr merged:yesterday',
  'repo:acme/app is:pr merged:2017-05-01T00:00Z..2017-05-02',
  'repo:acme/app is:pr sort:comments-desc',
  'repo:acme/app',
  'repo:acme/app is:pr is:issue',
])('the fixture rejects unknown qualifiers with an error: %s', async (q) => {
  await start({});
  const { status, data } = await ask(github, query, { q });
  expect({ status, data }).toEqual({ status: 500, data: undefined });
  await expect(github.close()).rejects.toThrow(q);
  github.errors.length = 0;
  await start({});
});

test('a cursor of one search is invalid in another', async () => {
  await start({ issues: many.slice(0, 10) });
  const first = await ask<{ list: { pageInfo: { endCursor: string } } }>(github, query, {
    q: 'is:issue',
    first: 2,
  });
  const after = first.data.list.pageInfo.endCursor;
  const { errors } = await ask(github, query, { q: 'is:issue is:open', after });
  expect(errors).toMatchObject([{ type: 'INVALID_CURSOR_ARGUMENTS', path: ['list'] }]);
  expect(
    (await ask(github, query, { q: 'is:issue', after: btoa('cursor:100') })).errors,
  ).toHaveLength(1);
});

test('adjacent windows neither lose nor repeat results, at any boundary and in any timezone', async () => {
  await start({});
  const second = fc
    .integer({ min: 0, max: 1_000_000 })
    .map((value) => 1_493_596_800_000 + value * 1_000);
  const local = (time: number, hours: number) =>
    `${toInstant(time + hours * 3_600_000).slice(0, -1)}+0${hours}:00`;
  fc.assert(
    fc.property(fc.array(second), second, fc.integer({ min: 0, max: 9 }), (times, cut, zone) => {
      const issues = times.map((time) => ({ createdAt: toInstant(time) }));
      const search = new Search(dataSet({ repositories: [{ name: 'acme/app', issues }] }));
      const count = (range: string) =>
        search.page(`is:issue created:${range}`, { first: 1 }, { indexLag: 0, now: 0, seed: 1 })
          .counts['issueCount'];
      const before = times.filter((time) => time < cut).length;
      expect(count(`*..${local(cut - 1_000, zone)}`)).toBe(before);
      expect(count(`<${local(cut, zone)}`)).toBe(before);
      expect(count(`${local(cut, zone)}..*`)).toBe(times.length - before);
      expect(count(`>=${local(cut, zone)}`)).toBe(times.length - before);
    }),
    runs(100),
  );
});

test('a search that names a repository out of reach finds nothing, or is refused', async () => {
  await start({});
  const nowhere = { q: 'repo:acme/nowhere is:issue' };
  expect(await ask(github, query, nowhere)).toMatchObject({ data: { list: { issueCount: 0 } } });
  github.searchOutOfReach = 'error';
  expect(await ask(github, query, nowhere)).toMatchObject({
    data: null,
    errors: [{ message: expect.stringContaining('cannot be searched') as string, path: ['list'] }],
  });
});
