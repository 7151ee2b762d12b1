import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from './ask.ts';
import { dataSet } from './data/data-set.ts';
import type { Failure } from './failures.ts';
import {
  duplicateNodes,
  endlessPages,
  foreignNodes,
  lostNodes,
  nullCursor,
  nullNodes,
  repeatedCursor,
  strayNodes,
  wrongCount,
} from './page-failures.ts';
import { startGitHub, type GitHub } from './server.ts';

let github: GitHub;
beforeEach(async () => {
  const issues = [1, 2, 3, 4].map((number) => ({
    number,
    createdAt: `2017-05-0${number}T00:00:00Z`,
    comments: [
      { createdAt: '2017-05-05T00:00:00Z', body: 'a' },
      { createdAt: '2017-05-06T00:00:00Z', body: 'b' },
    ],
  }));
  const data = dataSet({ repositories: [{ name: 'acme/app', issues }] });
  github = await startGitHub({ data });
});
afterEach(() => github.close());

const query = `query ($after: String) {
  search(type: ISSUE, query: "is:issue created:<2017-05-04 sort:created-asc", first: 2, after: $after) {
    issueCount
    pageInfo { hasNextPage endCursor }
    nodes { __typename ... on Issue { number } }
  }
  repository(owner: "acme", name: "app") { issue(number: 1) { comments(first: 2) { totalCount nodes { body } } } }
}`;

interface Data {
  search: {
    issueCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: ({ __typename: string; number?: number } | null)[];
  };
  repository: { issue: { comments: { totalCount: number; nodes: ({ body: string } | null)[] } } };
}

async function page(after: string | null = null) {
  const { data } = await ask<Data>(github, query, { after });
  const { issueCount, nodes, pageInfo } = data.search;
  return {
    ...pageInfo,
    issueCount,
    nodes: nodes.map((node) => node && (node.number ?? node.__typename)),
    comments: data.repository.issue.comments,
  };
}

const first = [1, 2];

test.each<[Failure, (number | string | null)[]]>([
  [nullNodes('Query.search'), [null, ...first]],
  [nullNodes('Query.search', true), [null, 2]],
  [lostNodes('Query.search'), [1]],
  [lostNodes('Query.search', 5), []],
  [duplicateNodes('Query.search'), [1, 2, 1]],
  [strayNodes('Query.search', () => [github.data.find('acme/app#4')]), [4, 1, 2]],
  [foreignNodes('Query.search'), [1, 2, 'App']],
  [nullNodes('Repository.issues'), first],
])('$name', async (failure, expected) => {
  github.fail(failure);
  const { nodes, hasNextPage, issueCount } = await page();
  expect({ nodes, hasNextPage, issueCount }).toEqual({
    nodes: expected,
    hasNextPage: true,
    issueCount: 3,
  });
});

test('only the named connection is spoiled', async () => {
  github.fail(nullNodes('Issue.comments', true));
  github.fail(wrongCount('Issue.comments', 3));
  const { nodes, comments } = await page();
  expect(nodes).toEqual(first);
  expect(comments).toEqual({ totalCount: 5, nodes: [null, { body: 'b' }] });
});

test('strays come with the first page only', async () => {
  github.fail(strayNodes('Query.search', () => [github.data.find('acme/app#4')]));
  const { endCursor } = await page();
  expect((await page(endCursor)).nodes).toEqual([3]);
});

test('a cursor that repeats', async () => {
  github.fail(repeatedCursor('Query.search'));
  const one = await page();
  const two = await page(one.endCursor);
  expect(two).toMatchObject({ nodes: [3], hasNextPage: true, endCursor: one.endCursor });
  expect(await page(two.endCursor)).toEqual(two);
});

test('no cursor, though there is more', async () => {
  github.fail(nullCursor('Query.search'));
  expect(await page()).toMatchObject({ nodes: first, hasNextPage: true, endCursor: null });
});

test('pages without end, each with a new cursor', async () => {
  github.fail(endlessPages('Query.search'));
  const cursors = new Set<string | null>();
  const nodes: unknown[] = [];
  for (let after: string | null = null, count = 0; count < 6; count++) {
    const next = await page(after);
    expect(next.hasNextPage).toBe(true);
    nodes.push(...next.nodes);
    cursors.add((after = next.endCursor));
  }
  expect(nodes).toEqual([1, 2, 3]);
  expect(cursors.size).toBe(6);
  expect(cursors).not.toContain(null);
});

test.each([2, -1, -99])('a count that is off by %i', async (by) => {
  github.fail(wrongCount('Query.search', by));
  expect(await page()).toMatchObject({ issueCount: Math.max(0, 3 + by), nodes: first });
});

test('a failure ends when disarmed, and happens only when due', async () => {
  const disarm = github.fail(lostNodes('Query.search'), { on: 2 });
  expect((await page()).nodes).toEqual(first);
  expect((await page()).nodes).toEqual([1]);
  expect((await page()).nodes).toEqual(first);
  disarm();
});
