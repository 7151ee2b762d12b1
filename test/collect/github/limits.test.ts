import { describe, expect, test } from 'vitest';
import { SourceError } from '../../../src/errors.ts';
import {
  primaryLimit,
  redirect,
  rewritten,
  secondaryLimit,
  serverError,
  socket,
  unauthorized,
  type Failure,
} from '../../github/failures.ts';
import type { When } from '../../github/schedule.ts';
import type { GitHub } from '../../github/server.ts';
import { collectFrom, patientClock, second, soonAfter, withGitHub } from './support.ts';
import type { Options } from './support.ts';
import { isThorough } from '../../support/runs.ts';

const repositories = [{ name: 'acme/app', pullRequests: [{ mergedAt: second(5) }] }];

function under(failure: Failure, when: When, options: Options = {}) {
  return withGitHub(repositories, {}, async (github) => {
    github.fail(failure, when);
    const clock = patientClock();
    const snapshot = await collectFrom(github, { clock, ...options });
    return { snapshot, slept: clock.slept / 1_000 };
  });
}

const failing = (promise: Promise<unknown>) => promise.catch((reason: unknown) => reason);

describe('waits for limits that end soon', () => {
  test.each([
    ['the hour’s points', primaryLimit({ resetIn: 40 }), 40],
    ['the hour’s points, by the other type', primaryLimit({ resetIn: 40, type: 'RATE_LIMIT' }), 40],
    ['too many requests, 200', secondaryLimit({ status: 200, retryAfter: 7 }), 7],
    ['too many requests, 403', secondaryLimit({ retryAfter: 7 }), 7],
    ['too many requests, 429', secondaryLimit({ status: 429, retryAfter: 7 }), 7],
    ['without retry-after', secondaryLimit({ retryAfter: null }), 60],
    ['an invalid retry-after', secondaryLimit({ retryAfter: 'soon' }), 60],
    ['a retry-after of zero', secondaryLimit({ retryAfter: 0 }), 1],
  ])('%s', async (_, failure, seconds) => {
    const { snapshot, slept } = await under(failure, { on: 2 });
    expect(snapshot.pullRequests).toHaveLength(1);
    expect(slept).toBeGreaterThanOrEqual(seconds);
    expect(slept).toBeLessThan(seconds + 5);
  });
});

describe('limits that last', () => {
  test.each([
    ['the hour’s points', primaryLimit({ resetIn: 1_800 })],
    ['too many requests', secondaryLimit({ retryAfter: 1_800 })],
    ['an absurd retry-after', secondaryLimit({ retryAfter: '99999999999' })],
  ])('%s: an error with the time of the reset, or a wait', async (_, failure) => {
    const error = await failing(under(failure, { on: 2 }));
    expect(error).toBeInstanceOf(SourceError);
    expect(error).toMatchObject({
      code: 'github-rate-limited',
      message: expect.stringMatching(/resets at 2017-05-08T0[67]:\d\d:\d\dZ/) as unknown,
      hint: expect.stringContaining('--wait') as unknown,
    });
    const { snapshot } = await under(failure, { on: 2 }, { wait: true });
    expect(snapshot.pullRequests).toHaveLength(1);
  });

  test('and recur after each wait end in an error', async () => {
    const error = await failing(under(secondaryLimit({ retryAfter: 1 }), {}, { wait: true }));
    expect(error).toMatchObject({ code: 'github-rate-limited', hint: 'Run again in an hour.' });
  });
});

describe('the hour’s points', () => {
  const pullRequests = Array.from({ length: 1_000 }, (_, n) => ({ mergedAt: second(n) }));
  const many = [{ name: 'acme/app', pullRequests }];

  test('too few: spends none of them', async () => {
    await withGitHub(many, { budget: 20 }, async (github) => {
      const error = await failing(collectFrom(github));
      expect(error).toMatchObject({
        code: 'github-rate-limited',
        message: expect.stringMatching(
          /^Rate limit of github\.com exceeded \(about \d+ points needed, 1\d left\); it resets at 2017-05-08T07:00:00Z\.$/,
        ) as unknown,
        hint: 'Run again after that, or with --wait.',
      });
      expect(github.log.requests.length).toBeLessThanOrEqual(2);
    });
  });

  test.runIf(isThorough)('spent halfway: ends the run, or waits', async () => {
    await withGitHub(many, {}, async (github) => {
      const undisturbed = await collectFrom(github);
      const halfway = async (wait: boolean) => {
        const clock = patientClock();
        const asked = github.log.requests.length;
        github.before(({ number }) => {
          github.now = `${new Date(clock.now()).toISOString().slice(0, 19)}Z`;
          if (number === asked + 6) github.budget.exhaust(clock.now(), 1_800_000);
        });
        return collectFrom(github, { clock, wait, now: soonAfter });
      };
      expect(await failing(halfway(false))).toMatchObject({
        code: 'github-rate-limited',
        message: expect.stringContaining('resets at 2017-05-08T06:30:0') as unknown,
      });
      const waited = await halfway(true);
      expect({ ...waited, collected: null }).toEqual({ ...undisturbed, collected: null });
    });
  });
});

describe('the token stays secret', () => {
  test('an error shows no token', async () => {
    await withGitHub(repositories, {}, async (github) => {
      for (const failure of [unauthorized(), serverError(502), socket('lost')]) {
        const disarm = github.fail(failure);
        const error = await failing(collectFrom(github));
        disarm();
        expect(JSON.stringify([error, String(error), inside(error)])).not.toContain(github.token);
      }
    });
  });

  test.each([
    ['that cannot be sent', (token: string) => `${token}\nx`, 'invalid header value'],
    ['in what the server says', (token: string) => `${token}\n`, 'HTTP 418: not a [31mkettle'],
  ])('an error shows no token %s, and no control characters', async (_, spell, said) => {
    await withGitHub(repositories, {}, async (github) => {
      const token = spell(github.token);
      const message = `not a \u001B[31mkettle: \u0007\u202E${github.token}\u009B2J`;
      const body = JSON.stringify({ message });
      github.fail({ name: 'teapot', answer: ({ truth }) => ({ ...truth(), status: 418, body }) });
      const outcomes: string[] = [];
      const log = ({ outcome }: { outcome: string }) => void outcomes.push(outcome);
      const error = await failing(collectFrom(github, { token, log }));
      const shown = [String(error), ...inside(error), ...outcomes].join(' ');
      expect(shown).not.toContain(github.token);
      expect(outcomes[0]).toContain(said);
      expect([String(error), ...outcomes].join(' ')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    });
  });

  test('an error shows no token in base64', async () => {
    await withGitHub(repositories, {}, async (github) => {
      const quoted = Buffer.from(`x-access-token:${github.token}`).toString('base64');
      const body = JSON.stringify({ message: `Bad header: basic ${quoted}` });
      github.fail({ name: 'teapot', answer: ({ truth }) => ({ ...truth(), status: 418, body }) });
      const error = await failing(collectFrom(github));
      expect(String(error)).toMatch(/Bad header: basic [\w]+…/);
      expect(inside(error).join(' ')).not.toContain(quoted.slice(24));
    });
  });

  test('an error shows no password of a URL', async () => {
    await withGitHub(repositories, {}, async (github) => {
      const graphqlUrl = github.graphqlUrl.replace('http://', 'http://me:secret@');
      const error = await failing(collectFrom(github, { graphqlUrl }));
      expect(error).toBeInstanceOf(SourceError);
      expect(inside(error).join(' ')).not.toContain('secret');
    });
  });

  test.each([301, 302, 307, 308] as const)(
    'does not follow a %i to another host',
    async (status) => {
      await withGitHub(repositories, {}, async (other) => {
        const error = await failing(under(redirect(status, other.graphqlUrl), { on: 1 }));
        expect(error).toMatchObject({ code: 'github-redirected' });
        expect(other.log.requests).toEqual([]);
      });
    },
  );

  test('401 ends the run at once', async () => {
    await withGitHub(repositories, {}, async (github) => {
      const error = await failing(collectFrom(github, { token: 'wrong' }));
      expect(error).toMatchObject({
        code: 'github-unauthorized',
        hint: expect.stringContaining('GH_TOKEN') as unknown,
      });
      expect(github.log.requests.length).toBeLessThanOrEqual(2);
    });
  });
});

/** What `util.inspect` shows of an error and its causes. */
function inside(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [error];
  return [error.message, error.stack, Object.entries(error), ...inside(error.cause)];
}

describe('ending early', () => {
  test('an aborted signal ends the run with its reason', async () => {
    await withGitHub(repositories, {}, async (github) => {
      const controller = new AbortController();
      const reason = new Error('Ctrl-C');
      github.fail(socket('hung'), {});
      github.before(() => void setImmediate(() => controller.abort(reason)));
      const { signal } = controller;
      await expect(collectFrom(github, { signal, timeout: 20_000 })).rejects.toBe(reason);
    });
  });

  test('a server that never answers: a timeout', async () => {
    const error = await failing(under(socket('hung'), {}, { timeout: 50 }));
    expect(error).toMatchObject({ code: 'github-timeout' });
  });

  test('a URL without a GraphQL API: an error', async () => {
    const elsewhere = (github: GitHub) => ({ graphqlUrl: `${github.url}/elsewhere` });
    const error = await failing(
      withGitHub(repositories, {}, (github) => collectFrom(github, elsewhere(github))),
    );
    expect(error).toMatchObject({ code: 'github-wrong-endpoint' });
  });
});

test.each(['/graphql', '/', '/api/graphql', '/api/v3', '/api/v3/', '/api'])(
  'answers at %s',
  async (path) => {
    const { repositories: names } = await withGitHub(repositories, {}, (github) =>
      collectFrom(github, { graphqlUrl: `${github.url}${path}` }),
    );
    expect(names).toEqual(['acme/app']);
  },
);

test('sends nothing after an error', async () => {
  // Of three counts, one is forbidden. The others fail, and would be retried.
  const refusedInPart = rewritten('refused in part', (reply) => {
    const fields = Object.keys(reply.data ?? {}).filter((field) => field !== 'rateLimit');
    reply.errors = fields.map((field, index) => {
      Object.assign(reply.data ?? {}, { [field]: null });
      const isRefused = index === 0 && fields.length === 3;
      return { message: 'No.', path: [field], ...(isRefused && { type: 'FORBIDDEN' }) };
    });
  });
  await withGitHub(repositories, {}, async (github) => {
    github.fail(refusedInPart, { matches: ({ query }) => query.startsWith('query Counts') });
    const error = await failing(collectFrom(github, {}, ['acme/none']));
    expect(error).toMatchObject({ code: 'github-not-found' });
    const asked = github.log.requests.length;
    for (let turn = 0; turn < 300; turn++) await new Promise(setImmediate);
    expect(github.log.requests).toHaveLength(asked);
  });
});
