import { afterEach, expect, test } from 'vitest';
import { ask, askPullRequest } from './ask.ts';
import { dataSet } from './data/data-set.ts';
import type { IssueInput, PullRequestInput } from './data/input.ts';
import { startGitHub, type GitHub } from './server.ts';

let github: GitHub;
afterEach(() => github.close());

async function start(pullRequest: PullRequestInput, ...issues: IssueInput[]) {
  const repository = { name: 'acme/app', pullRequests: [{ number: 1, ...pullRequest }], issues };
  github = await startGitHub({ data: dataSet({ repositories: [repository] }) });
}

const at = (day: number) => `2017-05-${String(day).padStart(2, '0')}T12:00:00Z`;

test('a pull request with everything it has', async () => {
  await start({
    title: 'cli: add a flag',
    body: 'Fixes #7',
    author: 'ada',
    createdAt: at(1),
    mergedAt: at(3),
    mergedBy: 'grace',
    mergeCommit: 'f3157af1db63a176c2216ff28a1eea3701a86383',
    baseRefName: 'stable',
    labels: ['bug', 'docs'],
    files: [{ path: 'a.ts', additions: 5, deletions: 2, changeType: 'ADDED' }, { path: 'b.ts' }],
  });
  const selection = `number title url body bodyText state merged createdAt updatedAt closedAt mergedAt baseRefName
    author { __typename login } mergedBy { login } mergeCommit { oid } changedFiles additions deletions
    labels(first: 10) { nodes { name } } baseRepository { nameWithOwner }
    files(first: 10) { totalCount nodes { path additions deletions changeType } }`;
  expect(await askPullRequest(github, selection)).toEqual({
    number: 1,
    title: 'cli: add a flag',
    url: 'https://github.com/acme/app/pull/1',
    body: 'Fixes #7',
    bodyText: 'Fixes #7',
    state: 'MERGED',
    merged: true,
    createdAt: at(1),
    updatedAt: at(3),
    closedAt: at(3),
    mergedAt: at(3),
    baseRefName: 'stable',
    author: { __typename: 'User', login: 'ada' },
    mergedBy: { login: 'grace' },
    mergeCommit: { oid: 'f3157af1db63a176c2216ff28a1eea3701a86383' },
    changedFiles: 2,
    additions: 6,
    deletions: 2,
    labels: { nodes: [{ name: 'bug' }, { name: 'docs' }] },
    baseRepository: { nameWithOwner: 'acme/app' },
    files: {
      totalCount: 2,
      nodes: [
        { path: 'a.ts', additions: 5, deletions: 2, changeType: 'ADDED' },
        { path: 'b.ts', additions: 1, deletions: 0, changeType: 'MODIFIED' },
      ],
    },
  });
});

test.each([
  [null, null],
  ['ada', { __typename: 'User', login: 'ada' }],
  ['renovate[bot]', { __typename: 'Bot', login: 'renovate' }],
  [{ login: 'old', type: 'Mannequin' } as const, { __typename: 'Mannequin', login: 'old' }],
  [
    { login: 'big', type: 'EnterpriseUserAccount' } as const,
    { __typename: 'EnterpriseUserAccount', login: 'big' },
  ],
])('the author %o', async (author, expected) => {
  await start({ author });
  expect(await askPullRequest(github, 'author { __typename login }')).toEqual({ author: expected });
});

test('values that GitHub may omit are null', async () => {
  await start({ files: null, labels: null, reviews: null, closingIssuesReferences: null });
  const selection = `changedFiles mergeCommit { oid } mergedBy { login } files(first: 1) { totalCount } labels(first: 1) { totalCount }
    reviews(first: 1) { totalCount } closingIssuesReferences(first: 1) { totalCount }`;
  expect(await askPullRequest(github, selection)).toEqual({
    changedFiles: 0,
    mergeCommit: null,
    mergedBy: null,
    files: null,
    labels: null,
    reviews: null,
    closingIssuesReferences: null,
  });
});

test('at most 3,000 files are listed', async () => {
  await start({ files: 3_123 });
  const paths = new Set<string>();
  const query = `query ($after: String) { repository(owner: "acme", name: "app") { pullRequest(number: 1) {
    files(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { path } } } } }`;
  interface Data {
    repository: {
      pullRequest: {
        files: { pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: { path: string }[] };
      };
    };
  }
  for (let after: string | null = null, more = true; more;) {
    const reply: { data: Data } = await ask<Data>(github, query, { after });
    const { nodes, pageInfo } = reply.data.repository.pullRequest.files;
    for (const { path } of nodes) paths.add(path);
    ({ endCursor: after, hasNextPage: more } = pageInfo);
  }
  expect(paths.size).toBe(3_000);
  expect(await askPullRequest(github, 'changedFiles')).toEqual({ changedFiles: 3_123 });
});

test('reviews have comments, commits their people, closing references their repository', async () => {
  await start(
    {
      createdAt: at(1),
      reviews: [
        {
          author: 'ada',
          submittedAt: at(2),
          state: 'APPROVED',
          comments: [{ author: 'bob', createdAt: at(2) }],
        },
        { author: 'bob', submittedAt: null, state: 'PENDING' },
      ],
      commits: [
        { author: 'ada', name: 'Ada L', committedDate: at(1) },
        { author: 'renovate[bot]', committedDate: at(2) },
      ],
      closingIssuesReferences: [7, 'acme/app#8'],
    },
    { number: 7 },
    { number: 8 },
  );
  const selection = `reviews(first: 5) { nodes { author { login } submittedAt state comments(first: 5) { nodes { author { login } createdAt } } } }
    commits(first: 5) { nodes { commit { committedDate author { name user { login } } } } }
    closingIssuesReferences(first: 5) { nodes { number repository { nameWithOwner } } }`;
  const repository = { nameWithOwner: 'acme/app' };
  expect(await askPullRequest(github, selection)).toEqual({
    reviews: {
      nodes: [
        {
          author: { login: 'ada' },
          submittedAt: at(2),
          state: 'APPROVED',
          comments: { nodes: [{ author: { login: 'bob' }, createdAt: at(2) }] },
        },
        { author: { login: 'bob' }, submittedAt: null, state: 'PENDING', comments: { nodes: [] } },
      ],
    },
    commits: {
      nodes: [
        { commit: { committedDate: at(1), author: { name: 'Ada L', user: { login: 'ada' } } } },
        { commit: { committedDate: at(2), author: { name: 'renovate[bot]', user: null } } },
      ],
    },
    closingIssuesReferences: {
      nodes: [
        { number: 7, repository },
        { number: 8, repository },
      ],
    },
  });
});

test('nested lists are paged like any other, forwards and backwards', async () => {
  const comments = Array.from({ length: 7 }, (_, index) => ({
    createdAt: at(index + 1),
    body: String(index),
  }));
  await start({ comments });
  const query = `query ($after: String) { repository(owner: "acme", name: "app") { pullRequest(number: 1) {
    comments(first: 3, after: $after) { nodes { body } pageInfo { hasNextPage endCursor hasPreviousPage } }
    last: comments(last: 2) { nodes { body } pageInfo { hasNextPage hasPreviousPage startCursor } } } } }`;
  interface Data {
    repository: {
      pullRequest: Record<
        'comments' | 'last',
        {
          nodes: { body: string }[];
          pageInfo: { hasNextPage: boolean; endCursor: string; startCursor: string };
        }
      >;
    };
  }
  const seen: string[][] = [];
  let after: string | null = null;
  for (let page = 0; page < 3; page++) {
    const reply: { data: Data } = await ask<Data>(github, query, { after });
    const { comments: list, last } = reply.data.repository.pullRequest;
    seen.push(list.nodes.map(({ body }) => body));
    after = list.pageInfo.endCursor;
    expect(list.pageInfo.hasNextPage).toBe(page < 2);
    expect(last.nodes).toEqual([{ body: '5' }, { body: '6' }]);
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  }
  expect(seen).toEqual([['0', '1', '2'], ['3', '4', '5'], ['6']]);
});

test.each([
  'participants(first: 1) { totalCount }',
  'mergeable',
  'latestReviews(first: 1) { totalCount }',
])('the fixture rejects unknown fields with an error: %s', async (selection) => {
  await start({});
  const query = `{ repository(owner: "acme", name: "app") { pullRequest(number: 1) { ${selection} } } }`;
  expect((await ask(github, query)).status).toBe(500);
  expect(github.errors[0]?.message).toMatch('does not know PullRequest.');
  github.errors.length = 0;
  expect(await askPullRequest(github, 'milestone { title }')).toEqual({ milestone: null });
});

test('issues come with their state and its reason', async () => {
  await start({}, { number: 7, closedAt: at(3), stateReason: 'NOT_PLANNED' }, { number: 8 });
  const query = `{ repository(owner: "acme", name: "app") {
    issue(number: 7) { state stateReason closedAt } open: issueOrPullRequest(number: 8) { ... on Issue { state stateReason } }
    pull: issueOrPullRequest(number: 1) { __typename } } }`;
  expect((await ask(github, query)).data).toEqual({
    repository: {
      issue: { state: 'CLOSED', stateReason: 'NOT_PLANNED', closedAt: at(3) },
      open: { state: 'OPEN', stateReason: null },
      pull: { __typename: 'PullRequest' },
    },
  });
});
