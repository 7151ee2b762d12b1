import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SourceError } from '../../../src/errors.ts';
import { repositoryLabels } from '../../../src/collect/github/repository-labels.ts';
import type { Delay, Estimate } from '../../../src/collect/source.ts';
import type { Snapshot } from '../../../src/snapshot/schema.ts';
import type { GraphQLRequest } from '../../github/answer.ts';
import { generateRepository } from '../../github/data/generate.ts';
import type { RepositoryInput } from '../../github/data/input.ts';
import { secondaryLimit, serverError, type Failure } from '../../github/failures.ts';
import * as hostile from '../../github/hostile.ts';
import type { When } from '../../github/schedule.ts';
import { isThorough, runs } from '../../support/runs.ts';
import {
  collected,
  collectFrom,
  numbers,
  patientClock,
  soonAfter,
  week,
  withGitHub,
  type Options,
} from './support.ts';

const week_ = { name: 'acme/app', start: week.start, end: week.end };
const few = generateRepository({ ...week_, merged: 5, activeIssues: 5 });
const small = generateRepository({ ...week_, merged: 30, activeIssues: 40, quietIssues: 10 });
const large = generateRepository({ ...week_, merged: 420, activeIssues: 330, quietIssues: 20 });

const server = { now: soonAfter, budget: 1_000_000 };
const known = new Map<RepositoryInput, Promise<Omit<Snapshot, 'collected'>>>();

/** What is collected without a failure. */
function undisturbedOf(repository: RepositoryInput) {
  const found = known.get(repository) ?? collected([repository], server).then(facts);
  known.set(repository, found);
  return found;
}

/** Collects under the failure. */
async function under(failure: Failure, when: When = {}, options: Options = {}, of = small) {
  const undisturbed = await undisturbedOf(of);
  return withGitHub([of], server, async (github) => {
    github.fail(failure, when);
    const clock = patientClock();
    const delays: Delay[] = [];
    const estimates: Estimate[] = [];
    const result = await collectFrom(github, {
      clock,
      onDelay: (delay) => void delays.push(delay),
      onEstimate: (estimate) => void estimates.push(estimate),
      ...options,
    }).catch((reason: unknown) => reason as Error);
    const seconds = clock.slept / 1_000;
    return {
      undisturbed,
      result,
      delays,
      estimates,
      seconds,
      requests: github.log.requests.length,
    };
  });
}

const facts = ({ collected: _, ...rest }: Snapshot) => rest;
const factsOf = (result: Snapshot | Error) => (result instanceof Error ? result : facts(result));
const asks = (what: RegExp) => ({
  matches: ({ query }: GraphQLRequest) => what.test(query),
});

describe('an answer without an end, or as good as', () => {
  test.runIf(isThorough).each([
    ['endless body', hostile.endlessBody(), {}],
    ['gzip bomb of 40 MB', hostile.gzipBomb(40), asks(/^query (PullRequests|Issues)/)],
  ] as const)('%s: the run ends', async (_, failure, when) => {
    const { result, requests, seconds } = await under(failure, when, {}, few);
    expect(result).toMatchObject({
      name: 'SourceError',
      code: 'github-unavailable',
      message: expect.stringContaining('the answer is longer than 10 MiB') as unknown,
    });
    expect(requests).toBeLessThan(100);
    expect(seconds).toBeLessThan(75);
  });

  test('is asked for in smaller parts', async () => {
    const isLarge = (value: unknown) => (Array.isArray(value) ? value.length : Number(value)) > 20;
    const matches = ({ variables }: GraphQLRequest) => Object.values(variables).some(isLarge);
    const { result, undisturbed } = await under(hostile.gzipBomb(12), { matches });
    expect(factsOf(result)).toEqual(undisturbed);
  });

  test('more brackets than a page has: the run ends', async () => {
    const body = `{"data":{"f0":[${'{},'.repeat(600_000)}0]}}`;
    const { result } = await under(hostile.body(body));
    expect(result).toMatchObject({
      message: expect.stringContaining('more than 500000 brackets') as unknown,
    });
  });

  test.runIf(isThorough)('a drip: the run ends with a timeout', async () => {
    const after = { matches: ({ number }: GraphQLRequest) => number > 3 };
    const { result, requests } = await under(hostile.drip(), after, { timeout: 60 });
    expect(result).toMatchObject({ name: 'SourceError', code: 'github-timeout' });
    expect(requests).toBeLessThan(80);
  });
});

test.each(isThorough ? [501, 100_000] : [501])(
  'cursors of %i characters never go back',
  async (length) => {
    await withGitHub([small], { now: soonAfter }, async (github) => {
      github.fail(hostile.longCursors(length));
      const error: unknown = await collectFrom(github).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(SourceError);
      expect(String(error)).toContain('Expected <=500 at pageInfo.endCursor');
      const variables = JSON.stringify(github.log.requests.map((request) => request.variables));
      expect(variables).not.toContain('x'.repeat(501));
      expect(github.log.requests.length).toBeLessThan(100);
    });
  },
);

describe('counts that can’t be right', () => {
  test('always 1,001: everything is read, and the disagreement reported', async () => {
    const { result, undisturbed, requests } = await under(hostile.constantCounts(1_001));
    const { complete, warnings, ...others } = result as Snapshot;
    expect(complete).toBe(false);
    expect(new Set(warnings.map(({ code }) => code))).toEqual(new Set(['results-disagree']));
    expect(numbers(others.pullRequests)).toEqual(numbers(undisturbed.pullRequests));
    expect(numbers(others.issues)).toEqual(numbers(undisturbed.issues));
    expect(requests).toBeLessThan(25);
  });

  test('more than any run may read: an error before any is read', async () => {
    const { result, requests, estimates } = await under(hostile.constantCounts(2_000_000));
    expect(result).toMatchObject({
      code: 'github-too-much',
      message:
        'github.com counts so many items that reading them takes about 50005 requests, ' +
        'and a run has at most 10000.',
    });
    expect(requests).toBeLessThan(5);
    expect(estimates).toEqual([]);
  });

  test.each([-1, 0.5, 3e9])('%d is no count', async (count) => {
    const { result } = await under(hostile.constantCounts(count));
    expect(result).toMatchObject({ name: 'SourceError', code: 'github-unavailable' });
  });
});

describe('pages of a few nodes', () => {
  test.runIf(isThorough)('the run takes no more requests than announced', async () => {
    const { result, requests, estimates } = await under(hostile.smallPages(1), {}, {}, large);
    expect(result).toMatchObject({
      name: 'SourceError',
      code: 'github-endless',
      message: expect.stringMatching(/^github\.com was asked \d+ times in \d+ min/) as unknown,
    });
    expect(estimates).toMatchObject([{ mostRequests: 390 }]);
    expect(requests).toBeLessThanOrEqual(390);
  });

  test('in a small week: everything is read', async () => {
    const { result, undisturbed } = await under(hostile.smallPages(5), {}, {}, few);
    expect(factsOf(result)).toEqual(undisturbed);
  });
});

describe('limits that can’t be right', () => {
  test('a cost of a billion points is ignored', async () => {
    const { result, undisturbed, delays } = await under(hostile.costing(1e9));
    expect(factsOf(result)).toEqual(undisturbed);
    expect(delays).toEqual([]);
  });

  test('a limit after every answer: the run ends after ten minutes of waits', async () => {
    const { result, seconds } = await under(secondaryLimit({ retryAfter: 59 }), { every: 2 });
    const waited = await under(secondaryLimit({ retryAfter: 59 }), { every: 2 }, { wait: true });
    expect(factsOf(waited.result)).toEqual(waited.undisturbed);
    if (result instanceof Error) expect(result).toMatchObject({ code: 'github-rate-limited' });
    expect(seconds).toBeLessThanOrEqual(600);
  });
});

describe('a share of requests that fail', () => {
  test.each(isThorough ? [1, 3, 4] : [1])(
    'half of them: nothing changes (seed %i)',
    async (seed) => {
      const { result, undisturbed } = await under(serverError(502), { probability: 0.5, seed });
      expect(factsOf(result)).toEqual(undisturbed);
    },
  );

  test.each(isThorough ? [1, 2, 3] : [1])('seven in ten: the run ends (seed %i)', async (seed) => {
    const { seconds } = await under(serverError(502), { probability: 0.7, seed }, {}, large);
    expect(seconds).toBeLessThan(120);
  });
});

describe('an answer of another form', () => {
  test.each([
    ...['{"errors":"boo"}', '{"errors":[null]}', '[null]', 'null', '{}', '{"errors":[{}]}'],
    '{"data":null,"errors":[{"message":"No.","path":["elsewhere"]}]}',
    `{"data":{},"errors":[${'{"message":"No."},'.repeat(2_000)}null]}`,
  ])('%s: the run ends, and so does init', async (body) => {
    await withGitHub([small], { now: soonAfter }, async (github) => {
      github.fail(hostile.body(body));
      const { graphqlUrl, token } = github;
      const client = { graphqlUrl, token, fetch, timeout: 20_000 };
      const { signal } = new AbortController();
      await expect(collectFrom(github)).rejects.toBeInstanceOf(SourceError);
      await expect(repositoryLabels('acme/app', client, signal)).rejects.toBeInstanceOf(
        SourceError,
      );
    });
  });

  test('whatever it is, a known error ends the run', async () => {
    await withGitHub([small], { now: soonAfter }, async (github) => {
      const value = fc.jsonValue();
      const problem = fc.record({ message: value, type: value, path: value, extensions: value });
      const field = fc.record({ nameWithOwner: value, issueCount: value, nodes: value });
      const answer = fc.record({
        data: fc.oneof(value, fc.record({ f0: field, f1: field, rateLimit: value })),
        errors: fc.oneof(value, fc.array(problem), fc.array(value)),
      });
      await fc.assert(
        fc.asyncProperty(fc.oneof(value, answer), async (body) => {
          const disarm = github.fail(hostile.body(JSON.stringify(body)));
          const error: unknown = await collectFrom(github).catch((reason: unknown) => reason);
          disarm();
          expect(error).toBeInstanceOf(SourceError);
        }),
        runs(20),
      );
    });
  });
});

test('the effort is told once, before any item is read', async () => {
  const told: [Estimate, number][] = [];
  await withGitHub([large], { now: soonAfter }, async (github) => {
    const onEstimate = (estimate: Estimate) => {
      told.push([
        estimate,
        github.log.requests.filter(({ query }) => query.includes('Facts')).length,
      ]);
    };
    const { collected } = await collectFrom(github, { onEstimate });
    expect(told).toEqual([
      [
        { host: 'github.com', items: 750, requests: 14, points: 35, seconds: 7, mostRequests: 390 },
        0,
      ],
    ]);
    expect(collected.requests).toBeLessThan(2 * 14);
  });
});
