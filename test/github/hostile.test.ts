import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask, askAll } from './ask.ts';
import { dataSet } from './data/data-set.ts';
import { constantCounts, costing, endlessBody, gzipBomb } from './hostile.ts';
import { longCursors, smallPages } from './hostile.ts';
import { startGitHub, type GitHub } from './server.ts';

let github: GitHub;

beforeEach(async () => {
  const issues = Array.from({ length: 7 }, () => ({}));
  github = await startGitHub({ data: dataSet({ repositories: [{ name: 'acme/app', issues }] }) });
});
afterEach(() => github.close());

const list = `query ($after: String) {
  repository(owner: "acme", name: "app") {
    issues(first: 5, after: $after) { nodes { number } pageInfo { hasNextPage endCursor } }
  }
  rateLimit { cost remaining resetAt }
}`;
const search = `query ($after: String) {
  list: search(type: ISSUE, query: "is:issue sort:created-asc", first: 5, after: $after) {
    issueCount nodes { ... on Issue { number } } pageInfo { hasNextPage endCursor }
  }
}`;

test('small pages lead to the end', async () => {
  github.fail(smallPages(2));
  const nodes = await askAll<{ number: number }>(github, search);
  expect(nodes.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(github.log.requests).toHaveLength(4);
});

test('counts and cursors', async () => {
  github.fail(constantCounts(1_001));
  github.fail(longCursors(9));
  expect((await ask(github, search)).data).toMatchObject({
    list: { issueCount: 1_001, pageInfo: { hasNextPage: true, endCursor: 'xxxxxxxxx' } },
  });
});

test('a cost', async () => {
  github.fail(costing(7));
  expect((await ask(github, list)).data).toMatchObject({
    rateLimit: { cost: 7, remaining: 4_999 },
  });
});

test('a bomb is small on the wire, and large behind it', async () => {
  github.fail(gzipBomb(2));
  const request = { method: 'POST', body: JSON.stringify({ query: list }) };
  const response = await fetch(github.graphqlUrl, request);
  expect(Number(response.headers.get('content-length'))).toBeLessThan(10_000);
  expect((await response.text()).length).toBeGreaterThan(2_000_000);
});

test('an endless body ends when the client leaves', async () => {
  github.fail(endlessBody());
  const request = { method: 'POST', body: JSON.stringify({ query: list }) };
  const { body: stream } = await fetch(github.graphqlUrl, request);
  let length = 0;
  for await (const chunk of stream as ReadableStream<Uint8Array>) {
    length += chunk.length;
    if (length > 1_000_000) break;
  }
  expect(length).toBeGreaterThan(1_000_000);
});
