import { afterEach, expect, test } from 'vitest';
import { ask } from './ask.ts';
import { dataSet } from './data/data-set.ts';
import { socket } from './failures.ts';
import { startGitHub, type GitHub, type GitHubOptions } from './server.ts';

let github: GitHub;
afterEach(() => github.close());

async function start(options: Partial<GitHubOptions> = {}) {
  const issues = Array.from({ length: 3 }, () => ({ createdAt: '2017-05-01T00:00:00Z' }));
  const data = dataSet({ repositories: [{ name: 'acme/app', issues }] });
  github = await startGitHub({ data, ...options });
}

const within = (fields: string) => `{ repository(owner: "acme", name: "app") { ${fields} } }`;

test.each([
  ['issues { totalCount }', 'MISSING_PAGINATION_BOUNDARIES'],
  ['issues(first: 101) { totalCount }', 'EXCESSIVE_PAGINATION'],
  ['issues(last: 0) { totalCount }', 'INVALID_PAGINATION_BOUNDARIES'],
  ['issues(first: 1, last: 1) { totalCount }', 'INVALID_PAGINATION_BOUNDARIES'],
  ['issues(first: 1) { nodes { labels { totalCount } } }', 'MISSING_PAGINATION_BOUNDARIES'],
])('%s is refused: %s', async (fields, type) => {
  await start();
  const { status, data, errors } = await ask(github, within(fields));
  expect({ status, data, errors }).toMatchObject({
    status: 200,
    data: undefined,
    errors: [{ type }],
  });
  expect(github.budget.used).toBe(0);
});

test('page sizes in variables and their defaults count too', async () => {
  await start();
  const query = `query ($size: Int = 101) { repository(owner: "acme", name: "app") { issues(first: $size) { totalCount } } }`;
  expect((await ask(github, query)).errors).toMatchObject([{ type: 'EXCESSIVE_PAGINATION' }]);
  expect((await ask(github, query, { size: 100 })).errors).toBeUndefined();
});

const nested = (...sizes: number[]) =>
  sizes.reduceRight(
    (inner, size, depth) =>
      [
        `repositories(first: ${size}) { nodes { ${inner} } }`,
        `issues(first: ${size}) { nodes { ${inner} } }`,
        `labels(first: ${size}) { nodes { ${inner} } }`,
      ][depth] ?? inner,
    'id',
  );
const owned = (...sizes: number[]) =>
  `{ rateLimit { cost nodeCount } repositoryOwner(login: "acme") { ${nested(...sizes)} } }`;

test("points and nodes are those of GitHub's documentation", async () => {
  await start();
  // Its own example: 100 repositories, 50 issues each, 60 labels each; 1 + 100 + 5,000 requests.
  const { data } = await ask(github, owned(100, 50, 60));
  expect(data).toMatchObject({ rateLimit: { cost: 51, nodeCount: 100 + 5_000 + 300_000 } });
  expect((await ask(github, owned(1))).data).toMatchObject({
    rateLimit: { cost: 1, nodeCount: 1 },
  });
});

test('aliases count each, skipped fields do not', async () => {
  await start();
  const query = `query ($no: Boolean = false) {
    rateLimit { nodeCount }
    repository(owner: "acme", name: "app") {
      a: issues(first: 10) { totalCount }
      b: issues(first: 10) { totalCount }
      c: issues(first: 50) @include(if: $no) { totalCount }
      ...d @skip(if: true)
    }
  }
  fragment d on Repository { d: issues(first: 50) { totalCount } }`;
  expect((await ask(github, query)).data).toMatchObject({ rateLimit: { nodeCount: 20 } });
});

test('more than 500,000 nodes are refused', async () => {
  await start();
  expect((await ask(github, owned(100, 100, 48))).errors).toBeUndefined();
  const { errors } = await ask(github, owned(100, 100, 49));
  expect(errors).toMatchObject([{ type: 'MAX_NODE_LIMIT_EXCEEDED' }]);
  expect(errors?.[0]?.message).toContain('500,100');
});

test('nodes(ids) takes 100', async () => {
  await start();
  const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  const { data } = await ask<{ repository: { issues: { nodes: { id: string }[] } } }>(
    github,
    within('issues(first: 1) { nodes { id } }'),
  );
  const id = data.repository.issues.nodes[0]?.id;
  expect((await ask(github, query, { ids: [id] })).data).toEqual({ nodes: [{ id }] });
  expect((await ask(github, query, { ids: Array(100).fill(id) })).errors).toBeUndefined();
  const { errors, data: none } = await ask(github, query, { ids: Array(101).fill(id) });
  expect(none).toBeUndefined();
  expect(errors?.[0]?.message).toMatch('more than 100');
});

test('the budget runs out with status 200 and comes back with the hour', async () => {
  await start({ budget: 2, now: '2024-01-01T00:00:00Z' });
  const query = '{ rateLimit { limit used remaining resetAt } }';
  const first = await ask(github, query);
  expect(first.data).toEqual({
    rateLimit: { limit: 2, used: 1, remaining: 1, resetAt: '2024-01-01T01:00:00Z' },
  });
  expect(first.headers.get('x-ratelimit-remaining')).toBe('1');
  const last = await ask(github, query);
  expect(last.errors).toBeUndefined();
  expect(last.headers.get('x-ratelimit-remaining')).toBe('0');

  github.now = '2024-01-01T00:59:59Z';
  const refused = await ask(github, query);
  expect(refused).toMatchObject({ status: 200, errors: [{ type: 'RATE_LIMITED' }] });
  expect(refused.headers.get('x-ratelimit-reset')).toBe(
    String(Date.parse('2024-01-01T01:00:00Z') / 1000),
  );

  github.now = '2024-01-01T01:00:00Z';
  expect((await ask(github, query)).data).toMatchObject({ rateLimit: { remaining: 1 } });
});

test('the hundredth request at once is answered, the next is not', async () => {
  await start();
  const cost = '{ rateLimit { cost } }';
  const disarm = github.fail(socket('hung'));
  const leave = new AbortController();
  const hang = (count: number) =>
    Array.from({ length: count }, () =>
      ask(github, cost, {}, { signal: leave.signal }).catch(() => 'gone'),
    );
  const waiting = hang(99);
  await expect.poll(() => github.log.inFlight).toBe(99);
  disarm();
  expect((await ask(github, cost)).status).toBe(200);
  github.fail(socket('hung'), { times: 1 });
  waiting.push(...hang(1));
  await expect.poll(() => github.log.inFlight).toBe(100);
  const refused = await ask(github, cost);
  expect(refused.status).toBe(403);
  expect(refused.headers.get('retry-after')).toBe('60');
  leave.abort();
  await Promise.all(waiting);
  await expect.poll(() => github.log.inFlight).toBe(0);
  expect((await ask(github, cost)).status).toBe(200);
});

test('one request after the other is never more than one in flight', async () => {
  await start();
  for (let count = 0; count < 20; count++) await ask(github, '{ rateLimit { cost } }');
  expect(github.log.maxInFlight).toBe(1);
});

test.each([
  ['{ repository(owner: "acme", name: "app") { nonsense } }', /Cannot query field/],
  ['{ repository(owner: "acme") { id } }', /"name" of type "String!" is required/],
  ['query ($n: String!) { repository(owner: "acme", name: $n) { id } }', /Variable "\$n"/],
  ['{ repository(', /Syntax Error/],
])('a wrong query is answered with errors alone: %s', async (query, message) => {
  await start();
  const { status, data, errors } = await ask(github, query);
  expect({ status, data }).toEqual({ status: 200, data: undefined });
  expect(errors?.[0]?.message).toMatch(message);
});

test('nodes in the answer and points are logged', async () => {
  await start();
  await ask(
    github,
    `query Three { repository(owner: "acme", name: "app") { issues(first: 50) { nodes { id } } } }`,
  );
  expect(github.log.requests).toMatchObject([
    {
      operation: 'Three',
      nodes: 3,
      cost: 1,
      outcome: 'ok',
      token: 'right',
      inFlight: 1,
      status: 200,
    },
  ]);
});
