import { graphql } from '@octokit/graphql';
import { afterEach, expect, test } from 'vitest';
import { ask } from './ask.ts';
import { dataSet } from './data/data-set.ts';
import type { RepositoryInput } from './data/input.ts';
import { startGitHub, type GitHub } from './server.ts';

let github: GitHub;
afterEach(() => github.close());

async function start(...repositories: RepositoryInput[]) {
  github = await startGitHub({ data: dataSet({ repositories }) });
}

const cost = '{ rateLimit { cost } }';

test.each([
  ['token', 200],
  ['bearer', 200],
  ['Bearer', 200],
  ['basic', 401],
])('authorization: %s', async (scheme, status) => {
  await start();
  const reply = await ask(github, cost, {}, { authorization: `${scheme} ${github.token}` });
  expect(reply.status).toBe(status);
});

test('a wrong token is refused, and the log knows which requests carried one', async () => {
  await start();
  expect(await ask(github, cost, {}, { authorization: 'bearer wrong' })).toMatchObject({
    status: 401,
    message: 'Bad credentials',
  });
  expect((await ask(github, cost, {}, { authorization: '' })).status).toBe(401);
  await ask(github, cost);
  expect(github.log.requests.map(({ token }) => token)).toEqual(['wrong', 'none', 'right']);
});

test.each(['', '/api'])('@octokit/graphql talks to it below "%s"', async (path) => {
  await start();
  const headers = { authorization: `token ${github.token}` };
  const answer = await graphql(cost, { baseUrl: github.url + path, headers });
  expect(answer).toEqual({ rateLimit: { cost: 1 } });
  expect(github.log.requests[0]?.path).toBe(`${path}/graphql`);
});

test('anything else is not found', async () => {
  await start();
  expect((await fetch(`${github.url}/repos/acme/app`)).status).toBe(404);
  expect((await fetch(github.graphqlUrl)).status).toBe(404);
  expect((await fetch(github.graphqlUrl, { method: 'POST', body: 'no json' })).status).toBe(400);
});

const repository = (name: string, more = '') =>
  `repository(owner: "acme", name: "${name}"${more}) { nameWithOwner isArchived isEmpty hasIssuesEnabled isFork isPrivate
    defaultBranchRef { name } pushedAt issues(first: 1) { totalCount } pullRequests(first: 1) { totalCount } }`;

test('one bad repository leaves the others alone', async () => {
  await start(
    { name: 'acme/app' },
    { name: 'acme/gone', access: 'missing' },
    { name: 'acme/locked', access: 'saml' },
  );
  const query = `{ app: ${repository('app')} gone: ${repository('gone')} locked: ${repository('locked')} }`;
  const { status, data, errors } = await ask(github, query);
  expect(status).toBe(200);
  expect(data).toMatchObject({ app: { nameWithOwner: 'acme/app' }, gone: null, locked: null });
  expect(errors).toMatchObject([
    {
      type: 'NOT_FOUND',
      path: ['gone'],
      message: "Could not resolve to a Repository with the name 'acme/gone'.",
    },
    { type: 'FORBIDDEN', path: ['locked'], extensions: { saml_failure: true } },
  ]);
});

test('a former name redirects, unless told not to follow', async () => {
  await start({ name: 'acme/app', formerNames: ['acme/old'] });
  expect((await ask(github, `{ ${repository('OLD')} }`)).data).toMatchObject({
    repository: { nameWithOwner: 'acme/app' },
  });
  const strict = await ask(github, `{ ${repository('old', ', followRenames: false')} }`);
  expect(strict).toMatchObject({ data: { repository: null }, errors: [{ type: 'NOT_FOUND' }] });
});

test('archived, empty, private, forked, without issues', async () => {
  const items = { pullRequests: [{ mergedAt: '2017-05-01T00:00:00Z' }], issues: [{}] };
  await start(
    { name: 'acme/app', ...items, defaultBranch: 'trunk' },
    {
      name: 'acme/odd',
      ...items,
      isArchived: true,
      isPrivate: true,
      isFork: true,
      hasIssuesEnabled: false,
    },
    { name: 'acme/new', isEmpty: true },
  );
  const { data } = await ask(
    github,
    `{ app: ${repository('app')} odd: ${repository('odd')} new: ${repository('new')} }`,
  );
  expect(data).toMatchObject({
    app: {
      defaultBranchRef: { name: 'trunk' },
      pushedAt: '2017-05-01T00:00:00Z',
      issues: { totalCount: 1 },
    },
    odd: {
      isArchived: true,
      isPrivate: true,
      isFork: true,
      hasIssuesEnabled: false,
      issues: { totalCount: 0 },
      pullRequests: { totalCount: 1 },
    },
    new: { isEmpty: true, defaultBranchRef: null, pushedAt: null },
  });
});

test('an issue is not a pull request, nor the other way round', async () => {
  await start({ name: 'acme/app', pullRequests: [{ number: 1 }], issues: [{ number: 2 }] });
  const query = `{ repository(owner: "acme", name: "app") { issue(number: 1) { id } pullRequest(number: 2) { id } none: issueOrPullRequest(number: 3) { __typename } } }`;
  const { data, errors } = await ask(github, query);
  expect(data).toEqual({ repository: { issue: null, pullRequest: null, none: null } });
  expect(errors?.map(({ type }) => type)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
});

test('ids that name nothing are null in their place', async () => {
  await start({ name: 'acme/app', issues: [{}] });
  const { id } = github.data.find('acme/app#1');
  const { data, errors } = await ask(github, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    ids: ['nonsense', id],
  });
  expect(data).toEqual({ nodes: [null, { id }] });
  expect(errors).toMatchObject([{ type: 'NOT_FOUND', path: ['nodes', 0] }]);
});
