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

const at = (day: number) => `2017-05-${String(day).padStart(2, '0')}T12:00:00Z`;

async function issues(args: string, size = 2): Promise<number[]> {
  const found: number[] = [];
  const query = `query ($after: String) { repository(owner: "acme", name: "app") {
    list: issues(first: ${size}, after: $after${args}) { nodes { number } pageInfo { hasNextPage endCursor } } } }`;
  interface Data {
    repository: {
      list: { nodes: { number: number }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    };
  }
  for (let after: string | null = null, more = true; more;) {
    const reply: { data: Data } = await ask<Data>(github, query, { after });
    const { nodes, pageInfo } = reply.data.repository.list;
    found.push(...nodes.map(({ number }) => number));
    ({ endCursor: after, hasNextPage: more } = pageInfo);
  }
  return found;
}

const five = [5, 3, 4, 1, 2].map((day, index) => ({
  number: index + 1,
  createdAt: at(index + 1),
  updatedAt: at(10 + day),
}));
const newestFirst = ', orderBy: {field: UPDATED_AT, direction: DESC}';

test.each([
  ['', [1, 2, 3, 4, 5]],
  [', orderBy: {field: CREATED_AT, direction: DESC}', [5, 4, 3, 2, 1]],
  [newestFirst, [1, 3, 2, 5, 4]],
  [', orderBy: {field: UPDATED_AT, direction: ASC}', [4, 5, 2, 3, 1]],
  [`, filterBy: {since: "${at(14)}"}`, [1, 3]],
])('issues in order%s', async (args, expected) => {
  await start({ name: 'acme/app', issues: five });
  expect(await issues(args)).toEqual(expected);
});

test('states and labels filter', async () => {
  await start({
    name: 'acme/app',
    issues: [
      { number: 1, closedAt: at(2), labels: ['bug'] },
      { number: 2 },
      { number: 3, labels: ['bug'] },
    ],
  });
  expect((await issues(', states: OPEN')).toSorted()).toEqual([2, 3]);
  expect(await issues(', states: [CLOSED]')).toEqual([1]);
  expect((await issues(', labels: ["bug"]')).toSorted()).toEqual([1, 3]);
});

test('a row touched mid-scan moves to the head and vanishes from the tail; nothing else shifts', async () => {
  await start({ name: 'acme/app', issues: five });
  github.before(({ number }) => {
    if (number === 2) github.data.update('acme/app#4', { updatedAt: at(20) });
  });
  expect(await issues(newestFirst)).toEqual([1, 3, 2, 5]);
  expect(await issues(newestFirst)).toEqual([4, 1, 3, 2, 5]);
});

test('items deleted or transferred mid-scan are gone, and found elsewhere under another id', async () => {
  await start({ name: 'acme/app', issues: five }, { name: 'acme/other', issues: [{ number: 8 }] });
  const id = github.data.find('acme/app#4').id;
  github.before(({ number }) => {
    if (number !== 2) return;
    github.data.remove('acme/app#2');
    github.data.transfer('acme/app#4', 'acme/other');
  });
  expect(await issues('')).toEqual([1, 2, 3, 5]);
  const { data, errors } = await ask(
    github,
    `query ($id: ID!) { node(id: $id) { id } repository(owner: "acme", name: "other") { issue(number: 9) { createdAt } } }`,
    { id },
  );
  expect(data).toEqual({ node: null, repository: { issue: { createdAt: at(4) } } });
  expect(errors).toMatchObject([{ type: 'NOT_FOUND', path: ['node'] }]);
});

const owned = `query ($fork: Boolean) { repositoryOwner(login: "ACME") {
  repositories(first: 10, isFork: $fork, orderBy: {field: PUSHED_AT, direction: DESC}) { nodes { nameWithOwner } } } }`;

test('an owner lists its repositories; what the token may not see is null with an error', async () => {
  await start(
    { name: 'acme/app', pushedAt: at(1) },
    { name: 'acme/tool', pushedAt: at(3) },
    { name: 'acme/fork', isFork: true, pushedAt: at(2) },
    { name: 'acme/gone', access: 'missing' },
    { name: 'other/app' },
  );
  const names = async (fork?: boolean) => {
    const { data } = await ask<{
      repositoryOwner: { repositories: { nodes: { nameWithOwner: string }[] } };
    }>(github, owned, fork === undefined ? {} : { fork });
    return data.repositoryOwner.repositories.nodes.map(({ nameWithOwner }) => nameWithOwner);
  };
  expect(await names()).toEqual(['acme/tool', 'acme/fork', 'acme/app']);
  expect(await names(false)).toEqual(['acme/tool', 'acme/app']);

  const tool = github.data.repository('acme/tool');
  if (tool) tool.access = 'saml';
  const { data, errors } = await ask(github, owned);
  expect(data).toMatchObject({ repositoryOwner: { repositories: { nodes: [null, {}, {}] } } });
  expect(errors).toMatchObject([
    { type: 'FORBIDDEN', path: ['repositoryOwner', 'repositories', 'nodes', 0] },
  ]);
});

test('page after page gives every item once, whichever share a date', async () => {
  const many = Array.from({ length: 1_234 }, (_, index) => ({ createdAt: at(1 + (index % 28)) }));
  await start({ name: 'acme/app', issues: many });
  const found = await issues(newestFirst, 100);
  expect(found).toHaveLength(1_234);
  expect(new Set(found).size).toBe(1_234);
});
