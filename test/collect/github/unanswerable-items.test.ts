import { describe, expect, test } from 'vitest';
import { SourceError } from '../../../src/errors.ts';
import { generateRepository } from '../../github/data/generate.ts';
import type { RepositoryInput } from '../../github/data/input.ts';
import {
  fieldLost,
  poisoned,
  resourceLimits,
  serverError,
  socket,
  somethingWentWrong,
  tooHeavy,
  type Failure,
} from '../../github/failures.ts';
import type { GraphQLRequest } from '../../github/answer.ts';
import type { GitHub } from '../../github/server.ts';
import { temporaryFolder } from '../../support/folder.ts';
import {
  collectFrom,
  numbers,
  operations,
  second,
  soonAfter,
  week,
  withGitHub,
  yearsLater,
} from './support.ts';

const name = 'acme/app';
/** Little enough to be at hand in the repository's own lists. */
const small: RepositoryInput = {
  name,
  pullRequests: Array.from({ length: 12 }, (_, n) => ({
    ...{ number: n + 1, mergedAt: second(n), author: 'ada', labels: ['bug'], files: 3 },
  })),
  issues: Array.from({ length: 12 }, (_, n) => ({ number: n + 101, createdAt: second(n) })),
};
/** Enough to be searched for. */
const large = generateRepository({
  ...{ name, start: week.start, end: week.end, today: soonAfter, merged: 150, activeIssues: 220 },
});

const server = { now: soonAfter, budget: 1_000_000 };
const asksFor = (what: RegExp) => (request: GraphQLRequest) => what.test(request.query);

function idOf(github: GitHub, type: 'Issue' | 'PullRequest', at: number): string {
  const item = github.data.repositories[0]?.list(type)[at];
  if (!item) throw new Error(`There is no ${type} ${at}.`);
  return item.id;
}

/** Collects while GitHub fails whenever its answer holds the item and the query matches. */
async function without(
  repository: RepositoryInput,
  [type, at]: ['Issue' | 'PullRequest', number],
  failure: Failure,
  query = /./,
) {
  return withGitHub([repository], server, async (github) => {
    const fair = await collectFrom(github);
    const id = idOf(github, type, at);
    github.fail(poisoned(id, failure), { matches: asksFor(query) });
    const snapshot = await collectFrom(github, { timeout: 300 });
    const lost = [...numbers(fair.pullRequests), ...numbers(fair.issues)].filter(
      (number) =>
        ![...numbers(snapshot.pullRequests), ...numbers(snapshot.issues)].includes(number),
    );
    return { fair, snapshot, lost };
  });
}

describe('an item that GitHub cannot answer is named, and every other one kept', () => {
  const failures = [
    serverError(502),
    serverError(504, 'html'),
    somethingWentWrong(),
    resourceLimits(),
    socket('lost'),
    socket('hung'),
  ].map((failure) => [failure.name, failure] as const);

  test.each(failures)('a pull request: %s', async (_, failure) => {
    const facts = /PullRequest(Facts|Row)|Slim/;
    const { snapshot, lost } = await without(small, ['PullRequest', 4], failure, facts);
    expect(lost).toHaveLength(1);
    expect(snapshot.complete).toBe(false);
    expect(snapshot.warnings).toMatchObject([{ code: 'items-unreadable', repository: name }]);
    expect(snapshot.warnings[0]?.message).toContain(`#${lost[0]} cannot be read: `);
  });

  test.each(failures.slice(0, 2))('an issue among many: %s', async (_, failure) => {
    const { snapshot, lost } = await without(large, ['Issue', 7], failure, /Facts|Slim/);
    expect(lost).toHaveLength(1);
    expect(snapshot.warnings).toMatchObject([{ code: 'items-unreadable', repository: name }]);
    expect(snapshot.warnings[0]?.message).toContain(`#${lost[0]} `);
  });

  test('one whose very id is too much is counted', async () => {
    const { snapshot, lost } = await without(large, ['Issue', 7], serverError(502));
    expect(lost).toHaveLength(1);
    expect(snapshot.complete).toBe(false);
    expect(snapshot.warnings.map(({ code }) => code)).toContain('results-disagree');
  });
});

describe('an item that is too much with its lists keeps them', () => {
  test.each([
    ['a small repository', small],
    ['a large one', large],
  ])('%s', async (_, repository) => {
    const { fair, snapshot } = await without(
      repository,
      ['PullRequest', 4],
      serverError(502),
      /PullRequestFacts/,
    );
    expect({ ...snapshot, collected: null }).toEqual({ ...fair, collected: null });
  });

  test.each([150, 60, 12])('a server that bears no more than %i nodes', async (nodes) => {
    await withGitHub([small], server, async (github) => {
      const fair = await collectFrom(github);
      github.fail(tooHeavy(nodes));
      const snapshot = await collectFrom(github);
      expect({ ...snapshot, collected: null }).toEqual({ ...fair, collected: null });
    });
  });
});

test('the cache keeps what was asked for in parts', async () => {
  await withGitHub([small], { ...server, now: yearsLater }, async (github) => {
    github.fail(tooHeavy(60));
    const cacheFolder = await temporaryFolder();
    const first = await collectFrom(github, { cacheFolder });
    expect(first.complete).toBe(true);
    github.log.clear();
    const again = await collectFrom(github, { cacheFolder });
    expect(github.log.requests).toEqual([]);
    expect({ ...again, collected: null }).toEqual({ ...first, collected: null });
  });
});

describe('a list that GitHub loses', () => {
  const lost = (list: string, error: { type?: string; message: string }) =>
    fieldLost(['f0', 'nodes', 3, list], error);

  test('with the item is read by itself', async () => {
    await withGitHub([small], server, async (github) => {
      const fair = await collectFrom(github);
      github.fail(lost('files', { message: 'timedout' }), { matches: asksFor(/nodes\(ids/) });
      const snapshot = await collectFrom(github);
      expect({ ...snapshot, collected: null }).toEqual({ ...fair, collected: null });
    });
  });

  test('by itself, too, is named, and the item stays', async () => {
    await withGitHub([small], server, async (github) => {
      const id = idOf(github, 'PullRequest', 4);
      github.fail(poisoned(id, serverError(502)), { matches: asksFor(/PullRequestFacts/) });
      github.fail(serverError(502), { matches: asksFor(/list: files/) });
      const snapshot = await collectFrom(github);
      expect(numbers(snapshot.pullRequests)).toHaveLength(12);
      expect(snapshot.complete).toBe(false);
      expect(snapshot.warnings).toMatchObject([{ code: 'list-cut', repository: name }]);
    });
  });

  test('without a word has none to give', async () => {
    const pullRequests = [{ mergedAt: second(1), labels: null }];
    await withGitHub([{ name, pullRequests }], server, async (github) => {
      const snapshot = await collectFrom(github);
      expect(snapshot.complete).toBe(true);
      expect(snapshot.warnings).toMatchObject([
        { code: 'list-unknown', message: expect.stringContaining('labels') as string },
      ]);
    });
  });
});

describe('what cannot be read at all in bad weather', () => {
  test('ends the run, rather than make a report of the rest', async () => {
    await withGitHub([small], server, async (github) => {
      github.fail(serverError(502), { matches: asksFor(/^query Issues/) });
      const error = await collectFrom(github).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(SourceError);
      expect(error).toMatchObject({ code: 'github-unavailable' });
    });
  });

  test('is named where another repository is whole', async () => {
    const other = { name: 'acme/other', pullRequests: [{ mergedAt: second(1) }] };
    await withGitHub([small, other], server, async (github) => {
      const matches = ({ query, variables }: GraphQLRequest) =>
        query.startsWith('query Survey') && Object.values(variables).includes('app');
      github.fail(serverError(502), { matches });
      const snapshot = await collectFrom(github);
      expect(snapshot.warnings).toMatchObject([
        { code: 'repository-unreadable', repository: name },
      ]);
      expect(snapshot.pullRequests).toHaveLength(1);
    });
  });

  test('newcomers are unknown, and that is all', async () => {
    await withGitHub([small], server, async (github) => {
      const authors = asksFor(/^query Counts/);
      github.fail(serverError(502), {
        matches: (request) =>
          authors(request) && JSON.stringify(request.variables).includes('author:'),
      });
      const snapshot = await collectFrom(github);
      expect(snapshot.complete).toBe(true);
      expect(snapshot.warnings).toMatchObject([{ code: 'newcomers-unknown', repository: name }]);
      expect(operations(github)['Counts']).toBeLessThan(40);
    });
  });
});
