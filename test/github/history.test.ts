import { afterEach, describe, expect, test } from 'vitest';
import { ask, askPullRequest } from './ask.ts';
import { dataSet } from './data/data-set.ts';
import type { RepositoryInput } from './data/input.ts';
import { startGitHub, type GitHub } from './server.ts';

let github: GitHub;
afterEach(() => github.close());

async function start(repository: Partial<RepositoryInput>, addresses = {}) {
  const repositories = [{ name: 'acme/app', ...repository }];
  github = await startGitHub({ data: dataSet({ repositories, addresses }) });
}

const at = (day: number) => `2017-05-${String(day).padStart(2, '0')}T12:00:00Z`;

async function repository<T>(selection: string): Promise<T> {
  const query = `{ repository(owner: "acme", name: "app") { ${selection} } }`;
  const { data, errors } = await ask<{ repository: T }>(github, query);
  expect(errors).toBeUndefined();
  return data.repository;
}

describe('the history of the default branch', () => {
  const history = (args: string, selection: string) =>
    `defaultBranchRef { target { ... on Commit { history(first: 50${args}) { nodes { ${selection} } } } } }`;
  const headlines = async (args = '') => {
    interface Answer {
      defaultBranchRef: { target: { history: { nodes: { messageHeadline: string }[] } } };
    }
    const { defaultBranchRef } = await repository<Answer>(history(args, 'messageHeadline'));
    return defaultBranchRef.target.history.nodes.map((node) => node.messageHeadline);
  };
  const commits = (message: string, day: number) => [{ message, committedDate: at(day) }];

  test('has pushes, and what each way of merging makes of a pull request', async () => {
    await start({
      pushes: [
        { message: 'Pushed', committedDate: at(2) },
        { message: 'Merged', committedDate: at(9), merges: commits('Side', 8) },
      ],
      pullRequests: [
        { number: 1, mergedAt: at(3), commits: commits('One', 1) },
        { number: 2, mergedAt: at(5), mergeMethod: 'squash', commits: commits('Two', 4) },
        { number: 3, mergedAt: at(7), mergeMethod: 'rebase', commits: commits('Three', 6) },
        { number: 4, mergedAt: at(7), baseRefName: 'stable', commits: commits('Four', 6) },
        { number: 5, commits: commits('Five', 6) },
      ],
    });
    expect(await headlines()).toEqual([
      ...['Merged', 'Side', 'Three', 'Item 2 (#2)'],
      ...['Merge pull request #1 from change-1', 'Pushed', 'One'],
    ]);
    expect(await headlines(`, since: "${at(3)}", until: "${at(5)}"`)).toEqual([
      ...['Item 2 (#2)', 'Merge pull request #1 from change-1'],
    ]);
  });

  test('knows parents, and the pull request that brought a commit', async () => {
    await start({
      pushes: [{ message: 'Pushed', committedDate: at(1) }],
      pullRequests: [{ number: 1, mergedAt: at(3), commits: commits('One', 2) }],
    });
    const selection =
      'messageHeadline parents(first: 2) { totalCount } associatedPullRequests(first: 1) { nodes { number } }';
    const found = (messageHeadline: string, totalCount: number, nodes: object[]) => {
      return { messageHeadline, parents: { totalCount }, associatedPullRequests: { nodes } };
    };
    expect(await repository(history('', selection))).toMatchObject({
      defaultBranchRef: {
        target: {
          history: {
            nodes: [
              found('Merge pull request #1 from change-1', 2, [{ number: 1 }]),
              found('One', 1, [{ number: 1 }]),
              found('Pushed', 1, []),
            ],
          },
        },
      },
    });
  });
});

test('a commit has its author first, then those of its trailers, with the accounts of their addresses', async () => {
  const message = [
    'Change things',
    '',
    'Co-authored-by: Bob <bob@example.org>',
    'co-authored-by: Cleo <12+cleo@users.noreply.github.com>',
    'Co-authored-by: dependabot[bot] <49+dependabot[bot]@users.noreply.github.com>',
    'Co-authored-by: Ada <ada@example.com>',
  ].join('\n');
  const commit = { author: 'ada', message, committedDate: at(1) };
  await start({ pullRequests: [{ number: 1, commits: [commit] }] }, { 'bob@example.org': 'bob' });
  const authors = 'authors(first: 10) { nodes { name email user { login } } }';
  const selection = `commits(first: 5) { nodes { commit { id ${authors} } } }`;
  const answer = (await askPullRequest(github, selection)) as {
    commits: { nodes: { commit: { id: string } }[] };
  };
  const expected = {
    authors: {
      nodes: [
        { name: 'ada', email: 'ada@example.com', user: { login: 'ada' } },
        { name: 'Bob', email: 'bob@example.org', user: { login: 'bob' } },
        { name: 'Cleo', email: '12+cleo@users.noreply.github.com', user: { login: 'cleo' } },
        {
          name: 'dependabot[bot]',
          email: '49+dependabot[bot]@users.noreply.github.com',
          user: null,
        },
      ],
    },
  };
  expect(answer).toMatchObject({ commits: { nodes: [{ commit: expected }] } });
  const ids = answer.commits.nodes.map(({ commit: { id } }) => id);
  const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Commit { ${authors} } } }`;
  expect((await ask(github, query, { ids })).data).toEqual({ nodes: [expected] });
});

test('releases by creation, and tags by the dates of their commits', async () => {
  await start({
    releases: [
      { tagName: 'v2', name: 'Two', createdAt: at(5) },
      { tagName: 'v1', createdAt: at(1), publishedAt: at(6) },
      { tagName: 'v3', createdAt: at(7), publishedAt: null },
    ],
    tags: [
      { name: 'v1', committedDate: at(1) },
      { name: 'v2', committedDate: at(3), taggedAt: at(4) },
    ],
  });
  const selection = `
    releases(first: 2, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes { tagName name isDraft publishedAt } pageInfo { hasNextPage }
    }
    refs(refPrefix: "refs/tags/", first: 5, orderBy: { field: TAG_COMMIT_DATE, direction: DESC }) {
      nodes { name target { __typename ... on Commit { committedDate }
        ... on Tag { tagger { date } target { ... on Commit { committedDate } } } } }
    }`;
  expect(await repository(selection)).toEqual({
    releases: {
      nodes: [
        { tagName: 'v3', name: null, isDraft: true, publishedAt: null },
        { tagName: 'v2', name: 'Two', isDraft: false, publishedAt: at(5) },
      ],
      pageInfo: { hasNextPage: true },
    },
    refs: {
      nodes: [
        {
          name: 'v2',
          target: {
            __typename: 'Tag',
            tagger: { date: at(4) },
            target: { committedDate: at(3) },
          },
        },
        { name: 'v1', target: { __typename: 'Commit', committedDate: at(1) } },
      ],
    },
  });
});

test('a base branch is null when there is no such branch today', async () => {
  await start({
    branches: ['stable'],
    pullRequests: [{ number: 1 }, { number: 2, baseRefName: 'stable' }, { baseRefName: 'master' }],
  });
  const selection = 'pullRequests(first: 5) { nodes { baseRefName baseRef { name } } }';
  expect(await repository(selection)).toEqual({
    pullRequests: {
      nodes: [
        { baseRefName: 'main', baseRef: { name: 'main' } },
        { baseRefName: 'stable', baseRef: { name: 'stable' } },
        { baseRefName: 'master', baseRef: null },
      ],
    },
  });
});

test('a duplicate reads as not planned, unless duplicates are asked for', async () => {
  await start({
    issues: [
      { number: 1, createdAt: at(1), closedAt: at(2), stateReason: 'DUPLICATE' },
      {
        number: 2,
        createdAt: at(1),
        closedAt: at(2),
        events: [{ type: 'ClosedEvent', createdAt: at(2), stateReason: 'NOT_PLANNED' }],
      },
      { number: 3, createdAt: at(1) },
    ],
  });
  const selection =
    'issues(first: 5) { nodes { stateReason full: stateReason(enableDuplicate: true) } }';
  expect(await repository(selection)).toEqual({
    issues: {
      nodes: [
        { stateReason: 'NOT_PLANNED', full: 'DUPLICATE' },
        { stateReason: 'NOT_PLANNED', full: 'NOT_PLANNED' },
        { stateReason: null, full: null },
      ],
    },
  });
});

test('search finds words in comments', async () => {
  const comments = [{ createdAt: at(1), body: 'Changelog fix: Read it' }];
  const mergedAt = at(2);
  await start({
    pullRequests: [
      { number: 1, mergedAt, comments },
      { number: 2, mergedAt, body: 'changelog' },
    ],
  });
  const text = 'repo:acme/app is:pr changelog in:comments';
  const query = `{ search(type: ISSUE, query: "${text}", first: 5) { nodes { ... on PullRequest { number } } } }`;
  expect((await ask(github, query)).data).toEqual({ search: { nodes: [{ number: 1 }] } });
});
