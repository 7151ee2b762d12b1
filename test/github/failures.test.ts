import { graphql } from '@octokit/graphql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from './ask.ts';
import { dataSet } from './data/data-set.ts';
import {
  emptyBody,
  fieldLost,
  htmlBody,
  passing,
  primaryLimit,
  redirect,
  resourceLimits,
  secondaryLimit,
  serverError,
  socket,
  somethingWentWrong,
  truncatedBody,
  unauthorized,
  unknownType,
} from './failures.ts';
import { startGitHub, type GitHub } from './server.ts';

let github: GitHub;
beforeEach(async () => {
  const issues = [{ number: 7, createdAt: '2017-05-01T00:00:00Z', author: 'ada' }];
  github = await startGitHub({ data: dataSet({ repositories: [{ name: 'acme/app', issues }] }) });
});
afterEach(() => github.close());

const query = `query Issue($number: Int = 7) { repository(owner: "acme", name: "app") { issue(number: $number) { number author { __typename login } } } }`;
const fair = { repository: { issue: { number: 7, author: { __typename: 'User', login: 'ada' } } } };

function octokit(): Promise<unknown> {
  return graphql(query, {
    baseUrl: github.url,
    headers: { authorization: `token ${github.token}` },
  });
}

function raw(signal?: AbortSignal): Promise<Response> {
  return fetch(github.graphqlUrl, {
    method: 'POST',
    headers: { authorization: `bearer ${github.token}` },
    body: JSON.stringify({ query }),
    redirect: 'manual',
    ...(signal && { signal }),
  });
}

test.each([500, 502, 503, 504])('%i, as JSON and as a page', async (status) => {
  github.fail(serverError(status), { on: 1 });
  github.fail(serverError(status, 'html'), { on: 2 });
  const reply = await ask(github, query);
  expect(reply).toMatchObject({ status, data: null });
  expect(reply.errors?.[0]?.message).toMatch('Something went wrong');
  const page = await raw();
  expect(page.status).toBe(status);
  expect(page.headers.get('content-type')).toMatch('text/html');
  expect(await page.text()).toMatch('<html>');
  expect(await octokit()).toEqual(fair);
});

test('errors with status 200', async () => {
  github.fail(somethingWentWrong(), { on: 1 });
  github.fail(resourceLimits(), { on: 2 });
  expect(await ask(github, query)).toMatchObject({ status: 200, data: null, errors: [{}] });
  expect(await ask(github, query)).toMatchObject({
    status: 200,
    errors: [{ type: 'RESOURCE_LIMITS_EXCEEDED' }],
  });
});

test.each([truncatedBody(), emptyBody(), htmlBody(), socket('cut')])(
  '$name: @octokit/graphql knows no better than undefined',
  async (failure) => {
    github.fail(failure, { times: 1 });
    expect(await octokit()).toBeUndefined();
    expect(await octokit()).toEqual(fair);
    expect(github.log.requests.map(({ outcome }) => outcome)).toEqual([failure.name, 'ok']);
  },
);

test('a lost socket', async () => {
  github.fail(socket('lost'));
  await expect(raw()).rejects.toThrow('fetch failed');
});

test('a cut socket delivers half the body, then an error', async () => {
  github.fail(socket('cut'));
  const response = await raw();
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow();
});

test('a hung socket never answers, and stops being in flight when the client leaves', async () => {
  github.fail(socket('hung'), { on: 1 });
  await expect(raw(AbortSignal.timeout(100))).rejects.toThrow('timeout');
  expect(github.log.requests[0]).toMatchObject({ outcome: 'socket hung', status: null });
  expect(await octokit()).toEqual(fair);
  expect(github.log.maxInFlight).toBeLessThanOrEqual(2);
  await expect.poll(() => github.log.inFlight).toBe(0);
});

test('a hung socket does not keep the fixture from closing', async () => {
  github.fail(socket('hung'));
  const request = raw().catch(() => 'gone');
  await expect.poll(() => github.log.inFlight).toBe(1);
  await github.close();
  expect(await request).toBe('gone');
  github = await startGitHub({ data: dataSet({ repositories: [] }) });
});

test('the primary limit, with either type', async () => {
  github.now = '2024-01-01T00:00:00Z';
  github.fail(primaryLimit({ resetIn: 30 }), { on: 1 });
  github.fail(primaryLimit({ type: 'RATE_LIMIT' }), { on: 2 });
  const first = await ask(github, query);
  expect(first).toMatchObject({ status: 200, errors: [{ type: 'RATE_LIMITED' }] });
  expect(first.headers.get('x-ratelimit-remaining')).toBe('0');
  expect(first.headers.get('x-ratelimit-reset')).toBe(
    String(Date.parse('2024-01-01T00:00:30Z') / 1000),
  );
  expect((await ask(github, query)).errors).toMatchObject([{ type: 'RATE_LIMIT' }]);
  expect(await octokit()).toEqual(fair);
});

test.each([
  [{ status: 200 as const }, 200, '1'],
  [{ status: 403 as const, retryAfter: 60 }, 403, '60'],
  [{ status: 429 as const, retryAfter: null }, 429, null],
  [{ retryAfter: 'soon' }, 403, 'soon'],
  [{ retryAfter: 1e12 }, 403, '1000000000000'],
])('the secondary limit %o', async (options, status, header) => {
  github.fail(secondaryLimit(options));
  const response = await raw();
  expect(response.status).toBe(status);
  expect(response.headers.get('retry-after')).toBe(header);
  expect(await response.text()).toMatch('secondary rate limit');
});

test('a revoked token', async () => {
  github.fail(unauthorized(), { on: 2 });
  expect((await raw()).status).toBe(200);
  expect((await raw()).status).toBe(401);
});

test.each([301, 302, 307] as const)(
  'a %i to another host, which sees who comes with a token',
  async (status) => {
    const other = await startGitHub({ data: github.data });
    github.fail(redirect(status, other.graphqlUrl));
    const response = await raw();
    expect(response.status).toBe(status);
    expect(response.headers.get('location')).toBe(other.graphqlUrl);
    expect(other.log.requests).toHaveLength(0);
    // What fetch does by default: another port is another origin, to which no token goes.
    await octokit().catch(() => undefined);
    expect(other.log.requests.map(({ token }) => token)).toEqual(['none']);
    await other.close();
  },
);

test('partial data: null at a path, with an error beside it; nothing where the path is not', async () => {
  const forbidden = { type: 'FORBIDDEN', message: 'Resource not accessible' };
  github.fail(fieldLost(['repository', 'issue'], forbidden), { on: 1 });
  github.fail(fieldLost(['elsewhere'], forbidden), { on: 2 });
  expect(await ask(github, query)).toMatchObject({
    data: { repository: { issue: null } },
    errors: [{ ...forbidden, path: ['repository', 'issue'] }],
  });
  expect((await ask(github, query)).errors).toBeUndefined();
});

test('a type no schema knows', async () => {
  github.fail(unknownType('User', 'Robot'));
  expect(await octokit()).toMatchObject({
    repository: { issue: { author: { __typename: 'Robot' } } },
  });
});

test("a hook that throws is the test's own mistake, and fails it", async () => {
  github.before(() => {
    throw new Error('no such item');
  });
  expect(await ask(github, query)).toMatchObject({ status: 500, message: 'FIXTURE: no such item' });
  await expect(github.close()).rejects.toThrow('no such item');
  github = await startGitHub({ data: dataSet({ repositories: [] }) });
});

test('transient failures are over at the next attempt', async () => {
  for (const failure of passing()) {
    github.fail(failure, { times: 1 });
    const spoiled = await octokit().catch((error: unknown) => error);
    expect(spoiled, failure.name).not.toEqual(fair);
    expect(await octokit(), failure.name).toEqual(fair);
  }
});

async function statuses(count: number, variables: Record<string, unknown> = {}): Promise<string> {
  let result = '';
  for (let index = 0; index < count; index++) {
    result += (await ask(github, query, variables)).status === 502 ? 'x' : '.';
  }
  return result;
}

test.each([
  [{ on: 2 }, '.x....'],
  [{ on: [1, 4] }, 'x..x..'],
  [{ every: 2 }, '.x.x.x'],
  [{ every: 2, times: 1 }, '.x....'],
  [{ times: 2 }, 'xx....'],
  [{}, 'xxxxxx'],
])('when: %o', async (when, expected) => {
  github.fail(serverError(502), when);
  expect(await statuses(6)).toBe(expected);
});

test('when a request matches; only those count', async () => {
  const disarm = github.fail(serverError(502), {
    on: [2, 3],
    matches: ({ operation, variables }) => operation === 'Issue' && variables['number'] === 7,
  });
  expect(await statuses(2, { number: 8 })).toBe('..');
  expect(await statuses(3, { number: 7 })).toBe('.xx');
  disarm();
  github.fail(serverError(502), { matches: ({ number }) => number === 6 });
  expect(await statuses(2)).toBe('x.');
});

test('a probability depends on the seed, not on the order', async () => {
  const disarm = github.fail(serverError(502), { probability: 0.3, seed: 5 });
  const first = await statuses(60);
  const share = first.replaceAll('.', '').length;
  expect(share).toBeGreaterThan(8);
  expect(share).toBeLessThan(30);
  disarm();
  github.fail(serverError(502), { probability: 0.3, seed: 5 });
  const mixed = { seven: '', eight: '' };
  for (let index = 0; index < 60; index++) {
    mixed.eight += await statuses(1, { number: 8 });
    mixed.seven += await statuses(1);
  }
  expect(mixed.seven).toBe(first);
  expect(mixed.eight).not.toBe(first);
});
